"""The fully connected layer."""

from cnnbasics.layers.arguments import as_array


def dense_forward(x, w, b):
    """Multiply each example by a matrix of weights and add a bias.

    Parameters
    ----------
    x : ndarray, shape (N, D)
    w : ndarray, shape (D, M)
    b : ndarray, shape (M,)

    Returns
    -------
    ndarray of float64, shape (N, M)

    Raises
    ------
    ValueError
        When the shapes do not go together.

    Examples
    --------
    >>> dense_forward([[1, 2]], [[1, 0, 2], [0, 1, 1]], [0, 0, 10])
    array([[ 1.,  2., 14.]])
    """
    x, w, b = as_array("x", x, "N D"), as_array("w", w, "D M"), as_array("b", b, "M")
    if x.shape[1] != len(w):
        raise ValueError(f"`x` has {x.shape[1]} numbers an example but `w` has {len(w)} rows")
    if len(b) != w.shape[1]:
        raise ValueError(f"`w` has {w.shape[1]} columns but `b` has {len(b)} numbers")
    return x.astype(float) @ w.astype(float) + b.astype(float)
