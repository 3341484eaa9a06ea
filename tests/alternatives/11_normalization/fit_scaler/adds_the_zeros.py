"""Adds 1 where the std is 0, returns a list."""

import numpy as np


def fit_scaler(train):
    x = np.moveaxis(train, -1, 0)
    std = np.array([channel.std() for channel in x])
    return [np.array([channel.mean() for channel in x]), std + (std == 0)]
