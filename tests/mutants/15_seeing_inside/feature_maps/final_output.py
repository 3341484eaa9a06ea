"""The whole model is called."""

import numpy as np


def feature_maps(model, x, layer):
    return np.asarray(model(x))
