"""Flatten: from maps to a vector."""

from cnnbasics.layers.arguments import as_array


def flatten(x):
    """Lay each example of a batch out as one vector, the last axis running fastest.

    Parameters
    ----------
    x : ndarray, shape (N, ...)

    Returns
    -------
    ndarray, shape (N, D)

    Examples
    --------
    >>> flatten([[[[0], [1]], [[2], [3]]]])
    array([[0, 1, 2, 3]])
    """
    x = as_array("x", x)
    return x.reshape(len(x), -1).copy()
