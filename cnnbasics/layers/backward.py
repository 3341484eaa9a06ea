"""Backward passes: from the slope of the loss at a layer's output to those at what went in.

`dout` is the slope of the loss with respect to each number of the output, in its shape. Each
function takes what the layer's forward pass took, and keeps nothing between calls.
"""

import numpy as np

from cnnbasics.layers.activation import sigmoid
from cnnbasics.layers.arguments import as_array, padding_pairs, stride_pair
from cnnbasics.layers.convolution import conv_output_shape, window_views
from cnnbasics.layers.output import softmax


def _same_shape(dout, shape, of):
    """Return `dout` as floats; it must have the shape of the layer's output."""
    dout = as_array("dout", dout).astype(float)
    if dout.shape != tuple(shape):
        raise ValueError(f"`dout` has shape {dout.shape} but {of} has shape {tuple(shape)}")
    return dout


def numerical_gradient(f, x, dout=None, h=1e-5):
    """Measure a gradient by moving each number a little up and a little down.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x`. Gives a number; with `dout`, an array of its shape.
    x : ndarray of any shape
    dout : ndarray, optional
        The slope of the loss at each number that `f` gives.
    h : float
        By how much each number moves.

    Returns
    -------
    ndarray of float64, the shape of `x`
        ``(f(x + h) - f(x - h)) / (2 h)``, one number of `x` moved at a time; with `dout`, the sum
        of ``dout`` times that.

    Examples
    --------
    >>> numerical_gradient(lambda x: np.sum(x**2), np.array([3, -1])).round(6)
    array([ 6., -2.])
    >>> numerical_gradient(lambda x: x**2, [3, -1], dout=np.array([1, 10])).round(6)
    array([  6., -20.])
    """
    x = as_array("x", x).astype(float)
    weights = 1.0 if dout is None else as_array("dout", dout).astype(float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[index] += h
        down[index] -= h
        change = np.asarray(f(up), dtype=float) - np.asarray(f(down), dtype=float)
        gradient[index] = np.sum(weights * change) / (2 * h)
    return gradient


def relu_backward(dout, x):
    """Pass on the slopes where the input was above 0.

    Parameters
    ----------
    dout : ndarray
    x : ndarray, the shape of `dout`
        What went into the ReLU.

    Returns
    -------
    ndarray of float64, the shape of `x`
        At 0 itself, where any number from 0 to `dout` would do, 0.

    Examples
    --------
    >>> relu_backward([10, 20, 30], [-1, 0, 2])
    array([ 0.,  0., 30.])
    """
    x = as_array("x", x)
    return np.where(x > 0, _same_shape(dout, x.shape, "`x`"), 0.0)


def sigmoid_backward(dout, x):
    """Multiply the slopes by that of the sigmoid, ``s * (1 - s)``.

    Parameters
    ----------
    dout : ndarray
    x : ndarray, the shape of `dout`
        What went into the sigmoid.

    Returns
    -------
    ndarray of float64, the shape of `x`

    Examples
    --------
    >>> sigmoid_backward([4, 16], [0, np.log(3)])
    array([1., 3.])
    """
    s = sigmoid(x)
    return _same_shape(dout, s.shape, "`x`") * s * (1 - s)


def dense_backward(dout, x, w):
    """Go back through a fully connected layer.

    Parameters
    ----------
    dout : ndarray, shape (N, M)
    x : ndarray, shape (N, D)
    w : ndarray, shape (D, M)

    Returns
    -------
    dx : ndarray of float64, shape (N, D)
    dw : ndarray of float64, shape (D, M)
    db : ndarray of float64, shape (M,)

    Examples
    --------
    >>> dx, dw, db = dense_backward(dout=[[1, 10]], x=[[2, 3, 4]], w=np.ones((3, 2)))
    >>> dx, db
    (array([[11., 11., 11.]]), array([ 1., 10.]))
    >>> dw
    array([[ 2., 20.],
           [ 3., 30.],
           [ 4., 40.]])
    """
    x, w = as_array("x", x, "N D").astype(float), as_array("w", w, "D M").astype(float)
    dout = _same_shape(dout, (len(x), w.shape[1]), "the output")
    return dout @ w.T, x.T @ dout, dout.sum(axis=0)


def flatten_backward(dout, xshape):
    """Put the slopes back where the numbers came from.

    Parameters
    ----------
    dout : ndarray, shape (N, D)
    xshape : tuple of int
        The shape of what was flattened.

    Returns
    -------
    ndarray of float64, shape `xshape`

    Examples
    --------
    >>> flatten_backward([[1, 2, 3, 4]], (1, 2, 1, 2)).shape
    (1, 2, 1, 2)
    """
    xshape = tuple(xshape)
    dout = _same_shape(dout, (xshape[0], int(np.prod(xshape[1:]))), "the output")
    return dout.reshape(xshape)


def cross_entropy_backward(z, y):
    """Compute the gradient of the mean cross-entropy with respect to the scores.

    Parameters
    ----------
    z : ndarray, shape (N, K)
        Scores before the softmax.
    y : ndarray of int, shape (N,)
        The true classes.

    Returns
    -------
    ndarray of float64, shape (N, K)
        ``(softmax(z) - one_hot(y)) / N``

    Examples
    --------
    >>> cross_entropy_backward([[0, np.log(3)], [0, 0]], [0, 1])
    array([[-0.375,  0.375],
           [ 0.25 , -0.25 ]])
    """
    gradient = softmax(as_array("z", z, "N K"))
    gradient[np.arange(len(gradient)), as_array("y", y, "N")] -= 1
    return gradient / len(gradient)


def _places(shape, size, stride, padding=0):
    """Walk over the windows of a layer: yields (i, j) and the slices of the padded image."""
    (kh, kw), (sh, sw) = stride_pair(size, "size"), stride_pair(stride)
    for i, j in np.ndindex(conv_output_shape(shape[1:3], (kh, kw), (sh, sw), padding)):
        yield (i, j), (slice(None), slice(i * sh, i * sh + kh), slice(j * sw, j * sw + kw))


def _pool_output(shape, size, stride):
    return (shape[0], *conv_output_shape(shape[1:3], size, stride), shape[3])


def max_pool2d_backward(dout, x, size, stride=None):
    """Give each slope to the pixel that won its window.

    Parameters
    ----------
    dout : ndarray, shape (N, Hout, Wout, C)
    x : ndarray, shape (N, H, W, C)
        What was pooled.
    size : int or (ph, pw)
    stride : int, (sh, sw) or None
        None: the size.

    Returns
    -------
    ndarray of float64, shape (N, H, W, C)
        The first of several equal winners gets it all. A pixel that won several windows gets
        the sum.

    Examples
    --------
    >>> x = np.array([[1, 2, 5], [4, 3, 1]]).reshape(1, 2, 3, 1)
    >>> max_pool2d_backward(np.array([10, 20]).reshape(1, 1, 2, 1), x, 2, stride=1)[0, :, :, 0]
    array([[ 0.,  0., 20.],
           [10.,  0.,  0.]])
    """
    x = as_array("x", x, "N H W C").astype(float)
    stride = size if stride is None else stride
    dout = _same_shape(dout, _pool_output(x.shape, size, stride), "the output")
    dx = np.zeros(x.shape)
    for (i, j), window in _places(x.shape, size, stride):
        patch = x[window]  # (N, ph, pw, C)
        flat = patch.reshape(len(x), -1, x.shape[3])
        order = np.arange(flat.shape[1])[:, np.newaxis]
        won = (order == flat.argmax(axis=1)[:, np.newaxis]).reshape(patch.shape)
        dx[window] += won * dout[:, i, j][:, np.newaxis, np.newaxis]
    return dx


def avg_pool2d_backward(dout, xshape, size, stride=None):
    """Share each slope out evenly over its window.

    Parameters
    ----------
    dout : ndarray, shape (N, Hout, Wout, C)
    xshape : (int, int, int, int)
        The shape of what was pooled, (N, H, W, C).
    size : int or (ph, pw)
    stride : int, (sh, sw) or None
        None: the size.

    Returns
    -------
    ndarray of float64, shape (N, H, W, C)

    Examples
    --------
    >>> dout = np.array([4, 8]).reshape(1, 1, 2, 1)
    >>> avg_pool2d_backward(dout, (1, 2, 3, 1), 2, stride=1)[0, :, :, 0]
    array([[1., 3., 2.],
           [1., 3., 2.]])
    """
    stride = size if stride is None else stride
    dout = _same_shape(dout, _pool_output(xshape, size, stride), "the output")
    dx = np.zeros(xshape)
    share = dout / np.prod(stride_pair(size, "size"))
    for (i, j), window in _places(xshape, size, stride):
        dx[window] += share[:, i, j][:, np.newaxis, np.newaxis]
    return dx


def conv2d_backward_b(dout):
    """Compute the gradient of a convolution layer's bias.

    Parameters
    ----------
    dout : ndarray, shape (N, Hout, Wout, Cout)

    Returns
    -------
    ndarray of float64, shape (Cout,)
        The bias of a filter is added at every place of every image, so the slopes are summed.

    Examples
    --------
    >>> conv2d_backward_b(np.ones((2, 3, 4, 1)))
    array([24.])
    """
    return as_array("dout", dout, "N Hout Wout Cout").astype(float).sum(axis=(0, 1, 2))


def conv2d_backward_w(dout, x, kshape, stride=1, padding=0):
    """Compute the gradient of a convolution layer's kernel.

    Parameters
    ----------
    dout : ndarray, shape (N, Hout, Wout, Cout)
    x : ndarray, shape (N, H, W, Cin)
    kshape : (int, int, int, int)
        The shape of the kernel, (kH, kW, Cin, Cout).
    stride : int or (int, int)
    padding : any form

    Returns
    -------
    ndarray of float64, shape `kshape`
        The sum of all windows of the padded image, each times the slope at its place.

    Examples
    --------
    >>> x = np.arange(6).reshape(1, 2, 3, 1)
    >>> dout = np.array([1, 10]).reshape(1, 1, 2, 1)
    >>> conv2d_backward_w(dout, x, (2, 2, 1, 1))[:, :, 0, 0]
    array([[10., 21.],
           [43., 54.]])
    """
    windows = window_views(as_array("x", x, "N H W Cin").astype(float), kshape[:2], stride, padding)
    dout = _same_shape(dout, (*windows.shape[:3], kshape[3]), "the output")
    # (N, Hout, Wout, kH, kW, Cin) . (N, Hout, Wout, Cout)
    return np.tensordot(windows, dout, axes=((0, 1, 2), (0, 1, 2)))


def conv2d_backward_x(dout, w, xshape, stride=1, padding=0):
    """Compute the gradient of a convolution layer's input.

    Parameters
    ----------
    dout : ndarray, shape (N, Hout, Wout, Cout)
    w : ndarray, shape (kH, kW, Cin, Cout)
    xshape : (int, int, int, int)
        The shape of the input, (N, H, W, Cin).
    stride : int or (int, int)
    padding : any form

    Returns
    -------
    ndarray of float64, shape `xshape`
        The kernel, times the slope, laid down at each place and added up; without the border.

    Examples
    --------
    >>> w = np.array([[1, 2], [3, 4]]).reshape(2, 2, 1, 1)
    >>> dout = np.array([1, 10]).reshape(1, 1, 2, 1)
    >>> conv2d_backward_x(dout, w, (1, 2, 3, 1))[0, :, :, 0]
    array([[ 1., 12., 20.],
           [ 3., 34., 40.]])
    """
    w = as_array("w", w, "kH kW Cin Cout").astype(float)
    n, height, width, cin = xshape
    (top, bottom), (left, right) = padding_pairs(padding, (height, width), w.shape[:2], stride)
    padded = (n, top + height + bottom, left + width + right, cin)
    sizes = conv_output_shape(padded[1:3], w.shape[:2], stride)
    dout = _same_shape(dout, (n, *sizes, w.shape[3]), "the output")
    dx = np.zeros(padded)
    for (i, j), window in _places(padded, w.shape[:2], stride):
        # (N, Cout) . (kH, kW, Cin, Cout) -> (N, kH, kW, Cin)
        dx[window] += np.tensordot(dout[:, i, j], w, axes=(1, 3))
    return dx[:, top : top + height, left : left + width].copy()
