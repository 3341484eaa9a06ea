"""The loop ends before the layer has run."""

import keras
import numpy as np


def feature_maps(model, x, layer):
    chosen = model.get_layer(layer)
    part = keras.Model(
        model.inputs[0], chosen.input if not isinstance(chosen.input, list) else chosen.input[0]
    )
    return np.asarray(part(x))
