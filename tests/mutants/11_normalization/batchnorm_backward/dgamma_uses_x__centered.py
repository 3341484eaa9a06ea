"""Makes dgamma with x minus its mean."""

import numpy as np


def batchnorm_backward(dout, x, gamma, eps):
    axes = (0, 1, 2)
    m = x[..., 0].size
    mean = x.mean(axis=axes)
    var = x.var(axis=axes)
    dhat = dout * gamma
    dvar = (dhat * (x - mean) * -0.5 * (var + eps) ** -1.5).sum(axis=axes)
    dmean = (-dhat / np.sqrt(var + eps)).sum(axis=axes)
    dx = dhat / np.sqrt(var + eps) + dvar * 2 * (x - mean) / m + dmean / m
    dgamma = (dout * (x - mean)).sum(axis=axes)
    return dx, dgamma, dout.sum(axis=axes)
