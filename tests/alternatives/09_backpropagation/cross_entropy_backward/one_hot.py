"""Subtracts a one-hot table."""

import numpy as np


def cross_entropy_backward(z, y):
    p = np.exp(z - np.max(z, axis=1)[:, None])
    p = p / np.sum(p, axis=1)[:, None]
    hot = np.eye(z.shape[1])[y]
    return (p - hot) / z.shape[0]
