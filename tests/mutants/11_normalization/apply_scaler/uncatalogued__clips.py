"""Clips what is far out."""

import numpy as np


def apply_scaler(scaler, x):
    mean, std = scaler
    return np.clip((x - mean) / std, -3, 3)
