"""From the table of truth and prediction."""

import numpy as np


def sensitivity_specificity(y, p):
    table = np.histogram2d(y, p, bins=(2, 2), range=((0, 1), (0, 1)))[0]
    whole = table.sum(axis=1)
    shares = np.divide(table.diagonal(), whole, out=np.zeros(2), where=whole > 0)
    return shares[1], shares[0]
