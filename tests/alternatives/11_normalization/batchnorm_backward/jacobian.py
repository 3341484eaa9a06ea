"""Channel by channel, with the whole matrix of slopes."""

import numpy as np


def batchnorm_backward(dout, x, gamma, eps):
    dx = np.zeros(x.shape)
    dgamma, dbeta = np.zeros(len(gamma)), np.zeros(len(gamma))
    for c in range(len(gamma)):
        values, slopes = x[..., c].ravel().astype(float), dout[..., c].ravel().astype(float)
        m = len(values)
        root = (values.var() + eps) ** 0.5
        hat = (values - values.mean()) / root
        matrix = (np.eye(m) - 1 / m - np.outer(hat, hat) / m) / root
        dx[..., c] = (gamma[c] * matrix @ slopes).reshape(x.shape[:3])
        dgamma[c], dbeta[c] = slopes @ hat, slopes.sum()
    return dx, dgamma, dbeta
