"""Activation: ReLU and its relatives."""

import numpy as np

from cnnbasics.layers.arguments import as_array


def relu(x):
    """Replace negative numbers by 0 and leave the others as they are.

    Parameters
    ----------
    x : ndarray of any shape

    Returns
    -------
    ndarray of float64, the shape of `x`

    References
    ----------
    Nair and Hinton (2010), Rectified linear units improve restricted Boltzmann machines.

    Examples
    --------
    >>> relu([-2, 0, 3])
    array([0., 0., 3.])
    """
    return np.maximum(as_array("x", x).astype(float), 0.0)


def leaky_relu(x, alpha=0.01):
    """Multiply negative numbers by `alpha` and leave the others as they are.

    Parameters
    ----------
    x : ndarray of any shape
    alpha : float
        The slope below 0, from 0 to less than 1.

    Returns
    -------
    ndarray of float64, the shape of `x`

    Raises
    ------
    ValueError
        When `alpha` is out of its range.

    References
    ----------
    Maas, Hannun and Ng (2013), Rectifier nonlinearities improve neural network acoustic models.

    Examples
    --------
    >>> leaky_relu([-2, 0, 3], alpha=0.1)
    array([-0.2,  0. ,  3. ])
    """
    if not 0 <= alpha < 1:
        raise ValueError(f"`alpha` is {alpha!r} but must be from 0 to less than 1")
    x = as_array("x", x).astype(float)
    return np.where(x > 0, x, alpha * x)


def sigmoid(x):
    """Squeeze numbers into the range from 0 to 1: ``1 / (1 + exp(-x))``.

    Parameters
    ----------
    x : ndarray of any shape

    Returns
    -------
    ndarray of float64, the shape of `x`
        Computed without overflow, however large `x` is.

    Examples
    --------
    >>> sigmoid([-1000, 0, np.log(3)])
    array([0.  , 0.5 , 0.75])
    """
    x = as_array("x", x).astype(float)
    shrunk = np.exp(-np.abs(x))  # never above 1, so nothing overflows
    return np.where(x >= 0, 1.0, shrunk) / (1.0 + shrunk)


def tanh(x):
    """Squeeze numbers into the range from -1 to 1, 0 staying 0.

    Parameters
    ----------
    x : ndarray of any shape

    Returns
    -------
    ndarray of float64, the shape of `x`

    Examples
    --------
    >>> tanh([-1000, 0, np.log(3)])
    array([-1. ,  0. ,  0.8])
    """
    return np.tanh(as_array("x", x).astype(float))


def dead_units(acts):
    """Tell which channels are 0 everywhere: at every place of every example.

    Parameters
    ----------
    acts : ndarray, shape (N, ..., C)
        What came out of a ReLU.

    Returns
    -------
    ndarray of bool, shape (C,)

    Raises
    ------
    ValueError
        When `acts` has no axis beside that of the channels.

    Examples
    --------
    >>> dead_units([[0, 2, 0], [0, 0, 1]])
    array([ True, False, False])
    """
    acts = as_array("acts", acts).astype(float)
    if acts.ndim < 2:
        raise ValueError(f"`acts` has shape {acts.shape} but must be (N, ..., C)")
    return np.all(acts == 0, axis=tuple(range(acts.ndim - 1)))
