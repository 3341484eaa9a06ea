"""Specificity first."""

import numpy as np


def sensitivity_specificity(y, p):
    shares = []
    for kind in (0, 1):
        members = y == kind
        shares.append(np.mean(p[members] == kind) if members.any() else 0.0)
    return tuple(shares)
