"""The output layer: probabilities and losses."""

import numpy as np

from cnnbasics.layers.arguments import as_array


def softmax(z, axis=-1):
    """Turn scores into probabilities.

    Parameters
    ----------
    z : ndarray of any shape
    axis : int
        Along which they add up to 1.

    Returns
    -------
    ndarray of float64, the shape of `z`

    Examples
    --------
    >>> softmax([0, np.log(3)])
    array([0.25, 0.75])
    """
    z = as_array("z", z).astype(float)
    raised = np.exp(z - z.max(axis=axis, keepdims=True))
    return raised / raised.sum(axis=axis, keepdims=True)


def cross_entropy(z, y):
    """Compute the mean of minus the logarithm of the true classes' probabilities.

    Parameters
    ----------
    z : ndarray, shape (N, K)
        Scores before the softmax.
    y : ndarray of int, shape (N,)

    Returns
    -------
    float

    Examples
    --------
    >>> bool(cross_entropy([[0.0, 0.0]], [1]) == np.log(2))
    True
    """
    z, y = as_array("z", z, "N K").astype(float), as_array("y", y, "N")
    z = z - z.max(axis=1, keepdims=True)
    return float(np.mean(np.log(np.exp(z).sum(axis=1)) - z[np.arange(len(z)), y]))
