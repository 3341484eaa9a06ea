"""Shuffles the mask first."""

import numpy as np


def dropout_backward(dout, mask):
    new = np.random.default_rng(1).permutation(mask.ravel()).reshape(mask.shape)
    return dout * new
