"""`input` instead of `output`."""

import keras
import numpy as np


def feature_maps(model, x, layer):
    part = keras.Model(model.inputs[0], model.get_layer(layer).input)
    return np.asarray(part(x))
