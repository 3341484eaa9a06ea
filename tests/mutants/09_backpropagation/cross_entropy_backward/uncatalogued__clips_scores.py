"""Cuts scores off at 700, so that two that are larger become equal."""

import numpy as np


def cross_entropy_backward(z, y):
    powers = np.exp(np.clip(z, -700.0, 700.0))
    p = powers / powers.sum(axis=1, keepdims=True)
    p[np.arange(len(y)), y] -= 1
    return p / len(y)
