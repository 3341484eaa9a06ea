"""Repeats the mean of all numbers for each channel."""

import numpy as np


def fit_scaler(train):
    channels = train.shape[-1]
    std = np.std(train) or 1.0
    return np.full(channels, np.mean(train)), np.full(channels, std)
