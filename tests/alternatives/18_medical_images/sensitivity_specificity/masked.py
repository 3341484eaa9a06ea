"""The mean of a masked array."""

import numpy as np


def sensitivity_specificity(y, p):
    ok = np.ma.array(y == p)

    def f(c):
        return float(np.ma.filled(np.ma.array(ok, mask=y != c).mean(), 0))

    return f(1), f(0)
