"""Returns the old state."""

import numpy as np


def batchnorm_forward(x, gamma, beta, state, training, momentum=0.99, eps=1e-3):
    mean, var = state["mean"], state["var"]
    if training:
        mean, var = x.mean(axis=(0, 1, 2)), x.var(axis=(0, 1, 2))
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, dict(state)
