"""Makes whole numbers of the distances."""

import numpy as np


def pairwise_distance(a, b):
    return np.linalg.norm(a[:, None].astype(float) - b.astype(float), axis=2).astype(int)
