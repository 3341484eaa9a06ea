"""All divided by the largest."""

import keras
import numpy as np


def feature_maps(model, x, layer):
    part = keras.Model(model.inputs[0], model.get_layer(layer).output)
    maps = np.asarray(part(x))
    return maps / maps.max()
