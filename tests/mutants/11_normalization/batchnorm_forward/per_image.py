"""Normalizes each image, the running numbers are right."""

import numpy as np


def batchnorm_forward(x, gamma, beta, state, training, momentum=0.99, eps=1e-3):
    new_state = {key: value.copy() for key, value in state.items()}
    if training:
        mean, var = x.mean(axis=(1, 2), keepdims=True), x.var(axis=(1, 2), keepdims=True)
        for key, batch in (("mean", x.mean(axis=(0, 1, 2))), ("var", x.var(axis=(0, 1, 2)))):
            new_state[key] = momentum * state[key] + (1 - momentum) * batch
    else:
        mean, var = state["mean"], state["var"]
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, new_state
