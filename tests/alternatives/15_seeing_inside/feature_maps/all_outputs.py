"""All layers at once, and one picked."""

import keras


def feature_maps(model, x, layer):
    layers = [one for one in model.layers if not isinstance(one, keras.layers.InputLayer)]
    every = keras.Model(model.inputs[0], {one.name: one.output for one in layers})
    return every(x, training=False)[layer]
