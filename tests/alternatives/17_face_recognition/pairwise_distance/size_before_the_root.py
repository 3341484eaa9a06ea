"""One product; the size of what rounding leaves."""

import numpy as np


def pairwise_distance(a, b):
    a, b = np.float64(a), np.float64(b)
    return np.sqrt(
        np.abs(
            np.einsum("ij,ij->i", a, a)[:, None]
            + np.einsum("ij,ij->i", b, b)
            - 2 * np.einsum("ik,jk->ij", a, b)
        )
    )
