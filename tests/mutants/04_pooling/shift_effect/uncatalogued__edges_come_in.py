"""The first column is repeated in place of the zeros that should come in."""

import numpy as np


def shift_effect(fn, img, dx):
    columns = np.maximum(np.arange(img.shape[1]) - dx, 0)
    largest = 0.0
    for a, b in zip(np.ravel(fn(img)), np.ravel(fn(img[:, columns]))):
        largest = max(largest, abs(float(a) - float(b)))
    return largest
