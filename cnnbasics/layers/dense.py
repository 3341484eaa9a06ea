"""The fully connected layer, and the numbers that its weights begin with."""

import math

import numpy as np

from cnnbasics.layers.arguments import as_array, as_whole, as_wholes


def dense_forward(x, w, b):
    """Compute a fully connected layer: each output is a weighted sum of all inputs, and a bias.

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
        When the shapes disagree.

    Examples
    --------
    >>> dense_forward([[2, 1, 3]], [[1, 0], [2, -1], [0, 1]], [0.5, 10])
    array([[ 4.5, 12. ]])
    """
    x = as_array("x", x, "N D").astype(float)
    w = as_array("w", w, "D M").astype(float)
    b = as_array("b", b, "M").astype(float)
    if w.shape[0] != x.shape[1]:
        raise ValueError(f"`w` has {w.shape[0]} rows but `x` has {x.shape[1]} numbers an image")
    if len(b) != w.shape[1]:
        raise ValueError(f"`b` has {len(b)} numbers but `w` has {w.shape[1]} columns")
    return x @ w + b


def dense_as_conv_kernel(w, h, wd, c):
    """Write the weights behind a flatten as kernels that are as large as the map.

    Parameters
    ----------
    w : ndarray, shape (h * wd * c, M)
    h, wd, c : int
        Height, width and channels of the map that was flattened.

    Returns
    -------
    ndarray, shape (h, wd, c, M)
        In the number type of `w`; a view where its memory allows it.

    Raises
    ------
    ValueError
        When `w` has another number of rows than the map has numbers.

    References
    ----------
    Long, Shelhamer and Darrell (2015), Fully convolutional networks for semantic segmentation.

    Examples
    --------
    >>> dense_as_conv_kernel([[1], [2], [3], [4], [5], [6]], 2, 3, 1)[:, :, 0, 0]
    array([[1, 2, 3],
           [4, 5, 6]])
    """
    w = as_array("w", w, "D M")
    h, wd, c = as_wholes(1, h=h, wd=wd, c=c)
    if len(w) != h * wd * c:
        raise ValueError(f"`w` has {len(w)} rows but the map has {h * wd * c} numbers")
    return w.reshape(h, wd, c, w.shape[1])


def _fans(shape):
    """Return from how many numbers an output is made, and into how many an input goes."""
    sizes = tuple(as_whole("shape", number, 1) for number in shape)
    if len(sizes) not in (2, 4):
        raise ValueError(f"`shape` is {tuple(shape)} but must be (D, M) or (kH, kW, Cin, Cout)")
    area = math.prod(sizes[:-2])
    return area * sizes[-2], area * sizes[-1]


def he_normal(shape, rng):
    """Draw weights that keep the size of activations through layers with a ReLU.

    Parameters
    ----------
    shape : (D, M) or (kH, kW, Cin, Cout)
        Of a fully connected or of a convolution layer.
    rng : numpy.random.Generator

    Returns
    -------
    ndarray of float64, the given shape
        Normal numbers with mean 0 and variance ``2 / fan_in``.

    Raises
    ------
    ValueError
        When the shape has another form.

    References
    ----------
    He, Zhang, Ren and Sun (2015), Delving deep into rectifiers.

    Examples
    --------
    >>> w = he_normal((5, 5, 8, 100), np.random.default_rng(0))
    >>> w.shape, float(w.std().round(2))
    ((5, 5, 8, 100), 0.1)
    """
    fan_in, _ = _fans(shape)
    return rng.normal(0.0, np.sqrt(2 / fan_in), tuple(shape))


def glorot_uniform(shape, rng):
    """Draw weights that keep the size of activations, and of gradients, where nothing bends.

    Parameters
    ----------
    shape : (D, M) or (kH, kW, Cin, Cout)
        Of a fully connected or of a convolution layer.
    rng : numpy.random.Generator

    Returns
    -------
    ndarray of float64, the given shape
        Uniform numbers from ``-limit`` to ``limit``, with ``limit = sqrt(6 / (fan_in + fan_out))``.

    Raises
    ------
    ValueError
        When the shape has another form.

    References
    ----------
    Glorot and Bengio (2010), Understanding the difficulty of training deep feedforward neural
    networks.

    Examples
    --------
    >>> w = glorot_uniform((400, 200), np.random.default_rng(0))
    >>> w.shape, float(np.abs(w).max().round(2))
    ((400, 200), 0.1)
    """
    limit = np.sqrt(6 / sum(_fans(shape)))
    return rng.uniform(-limit, limit, tuple(shape))
