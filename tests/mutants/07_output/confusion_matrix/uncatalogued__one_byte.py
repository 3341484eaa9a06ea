"""Labels of one byte overflow."""

import numpy as np


def confusion_matrix(y, p, k):
    places = (y.astype(np.int8) * np.int8(k) + p.astype(np.int8)) % 16
    return np.bincount(places, minlength=k * k)[: k * k].reshape(k, k)
