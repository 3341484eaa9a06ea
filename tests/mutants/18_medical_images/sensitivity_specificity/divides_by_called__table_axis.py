"""The table is summed along the wrong axis."""

import numpy as np


def sensitivity_specificity(y, p):
    table = np.zeros((2, 2))
    np.add.at(table, (y, p), 1)
    shares = table.diagonal() / np.maximum(table.sum(axis=0), 1)
    return shares[1], shares[0]
