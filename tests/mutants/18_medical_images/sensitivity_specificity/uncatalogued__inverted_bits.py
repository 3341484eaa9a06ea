"""Inverts the bits of whole numbers."""

import numpy as np


def sensitivity_specificity(y, p):
    return np.sum(y & p) / max(np.sum(y), 1), np.sum(~y & ~p) / max(np.sum(~y), 1)
