"""Puts the images into float16."""

import numpy as np


def pointwise_conv(x, w):
    return x.astype(np.float16).astype(float) @ w
