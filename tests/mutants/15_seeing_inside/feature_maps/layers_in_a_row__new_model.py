"""A Sequential model of the layers up to the one."""

import keras
import numpy as np


def feature_maps(model, x, layer):
    kept = []
    for one in model.layers:
        if not isinstance(one, keras.layers.InputLayer):
            kept.append(one)
        if one.name == layer:
            break
    return np.asarray(keras.Sequential([keras.Input(x.shape[1:]), *kept])(x))
