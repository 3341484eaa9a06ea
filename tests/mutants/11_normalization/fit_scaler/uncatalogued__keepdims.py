"""Keeps the axes."""

import numpy as np


def fit_scaler(train):
    std = train.std(axis=(0, 1, 2), keepdims=True)
    return train.mean(axis=(0, 1, 2), keepdims=True), np.where(std == 0, 1.0, std)
