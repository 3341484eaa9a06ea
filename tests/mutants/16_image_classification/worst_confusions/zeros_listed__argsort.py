"""Lists pairs that were never confused, and the diagonal."""

import numpy as np


def worst_confusions(cm, n):
    shares = cm / np.maximum(cm.sum(axis=1, keepdims=True), 1)
    np.fill_diagonal(shares, 0)
    order = np.argsort(-shares, axis=None)[:n]
    rows, columns = np.unravel_index(order, shares.shape)
    return [(int(a), int(b), float(shares[a, b])) for a, b in zip(rows, columns)]
