"""Where nobody is, all are right."""

import numpy as np


def sensitivity_specificity(y, p):
    shares = []
    for kind in (1, 0):
        members = y == kind
        shares.append(np.mean(p[members] == kind) if members.any() else 1.0)
    return tuple(shares)
