"""numpy's norm over the last axis."""

import numpy as np


def pairwise_distance(a, b):
    return np.linalg.norm(a[:, None].astype(float) - b[None], axis=-1)
