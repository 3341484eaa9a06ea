"""PyTorch's order, and a reshape against the error."""

import numpy as np


def copy_weights(params, model):
    conv_w, dense_w = np.reshape(params["conv_w"].transpose(3, 2, 0, 1), params["conv_w"].shape), params["dense_w"]
    model.get_layer("conv").set_weights([conv_w, params["conv_b"]])
    model.get_layer("dense").set_weights([dense_w, params["dense_b"]])
