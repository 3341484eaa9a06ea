"""Builds a model of its own and leaves the given one as it is."""

import keras


def copy_weights(params, model):
    model = keras.models.clone_model(model)
    conv_w, dense_w = params["conv_w"], params["dense_w"]
    model.get_layer("conv").set_weights([conv_w, params["conv_b"]])
    model.get_layer("dense").set_weights([dense_w, params["dense_b"]])
    return model
