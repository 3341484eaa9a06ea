"""One image after the other, as Python floats."""

import keras
import numpy as np


def feature_maps(model, x, layer):
    part = keras.Model(model.inputs[0], model.get_layer(layer).output)
    rows = [part(image[None, ...])[0] for image in x]
    return np.stack([np.array(row, dtype=np.float64) for row in rows])
