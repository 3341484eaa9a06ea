"""Flatten: from maps to vectors."""

import numpy as np


def flatten(x):
    """Lay the maps of each example out as one vector, row by row, channels side by side.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)

    Returns
    -------
    ndarray, shape (N, H * W * C)
        A view where that is possible.

    Examples
    --------
    >>> flatten(np.arange(8).reshape(1, 2, 2, 2))
    array([[0, 1, 2, 3, 4, 5, 6, 7]])
    """
    x = np.asarray(x)
    return x.reshape(len(x), -1)
