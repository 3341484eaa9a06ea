"""Adds up the pixels of an image."""

import numpy as np


def pointwise_conv(x, w):
    return np.einsum("nijc,cf->nf", x, w)
