"""As many rows as the largest label asks for."""

import numpy as np


def confusion_matrix(y, p, k):
    size = max(y.max(), p.max()) + 1
    table = np.zeros((size, size), dtype=int)
    np.add.at(table, (y, p), 1)
    return table
