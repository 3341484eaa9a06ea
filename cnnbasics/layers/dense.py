"""The fully connected layer."""

from cnnbasics.layers.arguments import as_array


def dense_forward(x, w, b):
    """Compute a fully connected layer.

    Parameters
    ----------
    x : ndarray, shape (N, D)
    w : ndarray, shape (D, M)
    b : ndarray, shape (M,)

    Returns
    -------
    ndarray of float64, shape (N, M)

    Examples
    --------
    >>> dense_forward([[1, 1]], [[1, 2, 3], [4, 5, 6]], [0, 0, 1])
    array([[ 5.,  7., 10.]])
    """
    x, w = as_array("x", x, "N D").astype(float), as_array("w", w, "D M").astype(float)
    return x @ w + as_array("b", b, "M").astype(float)
