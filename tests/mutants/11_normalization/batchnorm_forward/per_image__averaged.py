"""Normalizes each image, and averages for the running numbers."""

import numpy as np


def batchnorm_forward(x, gamma, beta, state, training, momentum=0.99, eps=1e-3):
    if training:
        mean, var = x.mean(axis=(1, 2), keepdims=True), x.var(axis=(1, 2), keepdims=True)
        new_state = {
            "mean": momentum * state["mean"] + (1 - momentum) * mean.mean(axis=(0, 1, 2)),
            "var": momentum * state["var"] + (1 - momentum) * var.mean(axis=(0, 1, 2)),
        }
    else:
        mean, var, new_state = state["mean"], state["var"], dict(state)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, new_state
