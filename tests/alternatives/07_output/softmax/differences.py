"""One over the sum of all exponentials of differences, without a shift."""

import numpy as np


def softmax(z, axis=-1):
    z = np.moveaxis(np.asarray(z, dtype=float), axis, -1)
    differences = np.minimum(z[..., np.newaxis, :] - z[..., :, np.newaxis], 700)
    p = 1 / np.exp(differences).sum(axis=-1)
    return np.moveaxis(np.where(p < 1e-200, 0, p), -1, axis)
