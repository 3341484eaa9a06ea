"""Whatever is below 0 is cut off."""

import keras
import numpy as np


def feature_maps(model, x, layer):
    part = keras.Model(model.inputs[0], model.get_layer(layer).output)
    return np.maximum(np.asarray(part(x)), 0)
