"""A second model that predicts, found by a loop over names."""

import keras
import numpy as np


def feature_maps(model, x, layer):
    chosen = [one for one in model.layers if one.name == layer][0]
    part = keras.models.Model(inputs=model.inputs, outputs=[chosen.output])
    found = part.predict(x, verbose=0)
    return np.array(found[0] if isinstance(found, list) else found)
