"""Divides a row of zeros by 0."""

import numpy as np


def worst_confusions(cm, n):
    shares = cm / cm.sum(axis=1, keepdims=True)
    np.fill_diagonal(shares, 0)
    order = np.argsort(-shares, axis=None)[:n]
    rows, columns = np.unravel_index(order, shares.shape)
    return [
        (int(a), int(b), float(shares[a, b])) for a, b in zip(rows, columns) if shares[a, b] > 0
    ]
