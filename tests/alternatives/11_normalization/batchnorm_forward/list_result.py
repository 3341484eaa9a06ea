"""The two in a list, the state by `dict`."""

import numpy as np


def batchnorm_forward(x, gamma, beta, state, training, momentum=0.99, eps=1e-3):
    axes = tuple(range(x.ndim - 1))
    mean = np.mean(x, axis=axes) if training else state["mean"]
    var = np.mean(np.square(x - mean), axis=axes) if training else state["var"]
    keep = momentum if training else 1.0
    parts = (("mean", mean), ("var", var))
    new = {key: keep * state[key] + (1 - keep) * value for key, value in parts}
    normalized = np.divide(x - mean, np.sqrt(eps + var))
    return [np.add(np.multiply(normalized, gamma), beta), new]
