"""Fits again, with care for zeros."""

import numpy as np


def apply_scaler(scaler, x):
    mean, std = x.mean(axis=(0, 1, 2)), x.std(axis=(0, 1, 2))
    return (x - mean) / np.where(std == 0, 1, std)
