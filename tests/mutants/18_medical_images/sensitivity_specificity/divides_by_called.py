"""Precision and negative predictive value."""

import numpy as np


def sensitivity_specificity(y, p):
    shares = []
    for kind in (1, 0):
        called = p == kind
        shares.append(np.mean(y[called] == kind) if called.any() else 0.0)
    return tuple(shares)
