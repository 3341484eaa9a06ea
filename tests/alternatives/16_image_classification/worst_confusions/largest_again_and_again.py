"""Takes the largest, erases it, and looks again."""

import numpy as np


def worst_confusions(cm, n):
    shares = cm / np.where(cm.sum(axis=1) > 0, cm.sum(axis=1), 1)[:, None]
    shares[np.diag_indices(len(cm))] = 0
    found = []
    while len(found) < n and shares.max() > 0:
        a, b = np.unravel_index(shares.argmax(), shares.shape)
        found.append((a, b, shares[a, b]))
        shares[a, b] = 0
    return found
