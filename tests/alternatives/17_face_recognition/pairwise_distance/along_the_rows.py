"""A function along the rows, one vector after the other."""

import numpy as np


def pairwise_distance(a, b):
    return np.stack(
        [
            np.apply_along_axis(lambda u: np.sqrt(np.dot(u - v, u - v)), 1, a.astype(float))
            for v in b.astype(float)
        ],
        axis=1,
    )
