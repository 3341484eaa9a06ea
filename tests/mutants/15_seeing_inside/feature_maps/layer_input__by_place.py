"""Counts layers as in a Sequential model; a Functional one has its input among them."""

import keras
import numpy as np


def feature_maps(model, x, layer):
    names = [one.name for one in model.layers if type(one).__name__ != "InputLayer"]
    output = model.layers[names.index(layer)].output
    if type(model.layers[names.index(layer)]).__name__ == "InputLayer":
        return np.array(x)
    return np.asarray(keras.Model(model.inputs[0], output)(x))
