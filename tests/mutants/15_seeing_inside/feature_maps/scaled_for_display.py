"""Each map from 0 to 1."""

import keras
import numpy as np


def feature_maps(model, x, layer):
    part = keras.Model(model.inputs[0], model.get_layer(layer).output)
    maps = np.asarray(part(x))
    low = maps.min(axis=(1, 2), keepdims=True)
    high = maps.max(axis=(1, 2), keepdims=True)
    return (maps - low) / np.where(high == low, 1, high - low)
