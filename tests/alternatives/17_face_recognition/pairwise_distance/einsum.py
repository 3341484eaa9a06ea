"""The squares summed by einsum."""

import numpy as np


def pairwise_distance(a, b):
    d = np.asarray(a, dtype=np.float64)[:, None, :] - np.asarray(b, dtype=np.float64)
    return np.sqrt(np.einsum("mnd,mnd->mn", d, d))
