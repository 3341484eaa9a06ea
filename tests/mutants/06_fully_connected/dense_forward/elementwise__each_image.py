"""Multiplies an image by the weights, then adds up."""

import numpy as np


def dense_forward(x, w, b):
    return np.array([np.sum(image * w, axis=0) + b for image in x])
