"""As the formula stands."""

import numpy as np


def batchnorm_forward(x, gamma, beta, state, training, momentum=0.99, eps=1e-3):
    if training:
        mean, var = x.mean(axis=(0, 1, 2)), x.var(axis=(0, 1, 2))
        new_state = {
            "mean": momentum * state["mean"] + (1 - momentum) * mean,
            "var": momentum * state["var"] + (1 - momentum) * var,
        }
    else:
        mean, var = state["mean"], state["var"]
        new_state = state
    y = gamma * (x - mean) / np.sqrt(var + eps) + beta
    return y, new_state
