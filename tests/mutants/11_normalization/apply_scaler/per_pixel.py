"""Scales each place by itself."""

import numpy as np


def apply_scaler(scaler, x):
    std = x.std(axis=0)
    return (x - x.mean(axis=0)) / np.where(std == 0, 1, std)
