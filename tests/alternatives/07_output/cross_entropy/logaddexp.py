"""logaddexp along the classes."""

import numpy as np


def cross_entropy(z, y):
    z = np.asarray(z, dtype=float)
    return np.mean(np.logaddexp.reduce(z, axis=1) - np.take_along_axis(z, y[:, None], axis=1)[:, 0])
