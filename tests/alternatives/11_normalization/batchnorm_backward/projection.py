"""Takes off what points along the ones and along the normalized numbers."""

import numpy as np


def batchnorm_backward(dout, x, gamma, eps):
    flat, slopes = x.reshape(-1, x.shape[3]) * 1.0, dout.reshape(-1, x.shape[3]) * 1.0
    hat = (flat - flat.mean(0)) / np.sqrt(flat.var(0) + eps)
    inner = slopes - slopes.mean(0) - hat * (slopes * hat).mean(0)
    dx = (inner * gamma / np.sqrt(flat.var(0) + eps)).reshape(x.shape)
    return [dx, (slopes * hat).sum(0), slopes.sum(0)]
