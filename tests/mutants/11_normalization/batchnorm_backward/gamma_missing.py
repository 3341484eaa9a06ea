"""Forgets gamma on the way back."""

import numpy as np


def batchnorm_backward(dout, x, gamma, eps):
    axes = (0, 1, 2)
    m = x.shape[0] * x.shape[1] * x.shape[2]
    root = np.sqrt(x.var(axis=axes) + eps)
    normalized = (x - x.mean(axis=axes)) / root
    dbeta = dout.sum(axis=axes)
    dgamma = (dout * normalized).sum(axis=axes)
    dx = 1 / root * (dout - dbeta / m - normalized * dgamma / m)
    return dx, dgamma, dbeta
