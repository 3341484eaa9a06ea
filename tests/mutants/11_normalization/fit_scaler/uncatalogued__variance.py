"""Returns the variance."""

import numpy as np


def fit_scaler(train):
    var = train.var(axis=(0, 1, 2))
    return train.mean(axis=(0, 1, 2)), np.where(var == 0, 1.0, var)
