"""np.add.at with the indices exchanged."""

import numpy as np


def confusion_matrix(y, p, k):
    table = np.zeros((k, k), dtype=int)
    np.add.at(table, (p, y), 1)
    return table
