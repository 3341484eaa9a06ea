"""Training: the loss of a whole network with its gradient, steps downhill, minibatches."""

import numpy as np

from cnnbasics.layers.activation import relu
from cnnbasics.layers.arguments import as_array, as_whole
from cnnbasics.layers.backward import (
    conv2d_backward_b,
    conv2d_backward_w,
    cross_entropy_backward,
    dense_backward,
    flatten_backward,
    max_pool2d_backward,
    relu_backward,
)
from cnnbasics.layers.conv_layer import conv2d_forward
from cnnbasics.layers.dense import dense_forward
from cnnbasics.layers.flatten import flatten
from cnnbasics.layers.output import cross_entropy
from cnnbasics.layers.pooling import max_pool2d


def tiny_cnn_loss(params, x, y, reg):
    """Compute the loss of a small network and its gradient.

    The network: convolution (stride 1, no padding), ReLU, max pooling 2x2, flatten, dense layer,
    softmax.

    Parameters
    ----------
    params : dict of ndarray
        ``conv_w`` (kH, kW, C, F), ``conv_b`` (F,), ``dense_w`` (D, K) and ``dense_b`` (K,).
    x : ndarray, shape (N, H, W, C)
    y : ndarray of int, shape (N,)
    reg : float
        Weight of the penalty ``0.5 * reg * sum(w**2)`` on the two kernels, not on the biases.

    Returns
    -------
    loss : float
        Mean cross-entropy plus the penalty.
    grads : dict of ndarray
        With the keys and shapes of `params`.

    Examples
    --------
    >>> params = {"conv_w": np.zeros((3, 3, 1, 2)), "conv_b": np.zeros(2)}
    >>> params |= {"dense_w": np.zeros((18, 10)), "dense_b": np.zeros(10)}
    >>> loss, grads = tiny_cnn_loss(params, np.ones((4, 8, 8, 1)), np.arange(4), reg=0.0)
    >>> bool(np.isclose(loss, np.log(10)))
    True
    """
    conv_w, dense_w = (np.asarray(params[key], dtype=float) for key in ("conv_w", "dense_w"))
    conv = conv2d_forward(x, conv_w, params["conv_b"])
    active = relu(conv)
    pooled = max_pool2d(active, 2)
    vector = flatten(pooled)
    scores = dense_forward(vector, dense_w, params["dense_b"])
    penalty = 0.5 * reg * (np.sum(conv_w**2) + np.sum(dense_w**2))

    dscores = cross_entropy_backward(scores, y)
    dvector, ddense_w, ddense_b = dense_backward(dscores, vector, dense_w)
    dpooled = flatten_backward(dvector, pooled.shape)
    dconv = relu_backward(max_pool2d_backward(dpooled, active, 2), conv)
    grads = {
        "conv_w": conv2d_backward_w(dconv, x, conv_w.shape) + reg * conv_w,
        "conv_b": conv2d_backward_b(dconv),
        "dense_w": ddense_w + reg * dense_w,
        "dense_b": ddense_b,
    }
    return float(cross_entropy(scores, y) + penalty), grads


def sgd_momentum(params, grads, state, lr, m):
    """Take one step downhill, with momentum.

    Parameters
    ----------
    params, grads : dict of ndarray
        The same keys and shapes.
    state : dict of ndarray
        The velocities, with the same keys and shapes; zeros before the first step.
    lr : float
        Learning rate.
    m : float
        The share of the velocity that is kept, from 0 to less than 1.

    Returns
    -------
    params, state : dict of ndarray
        ``v = m * v + g``, then ``p - lr * v``. The dicts that came in stay as they are.

    References
    ----------
    Polyak (1964), Some methods of speeding up the convergence of iteration methods.

    Examples
    --------
    >>> params, state = {"w": np.array([1.0])}, {"w": np.array([2.0])}
    >>> sgd_momentum(params, {"w": np.array([3.0])}, state, lr=0.5, m=0.5)
    ({'w': array([-1.])}, {'w': array([4.])})
    """
    velocity = {key: m * np.asarray(state[key]) + np.asarray(grads[key]) for key in params}
    return {key: np.asarray(params[key]) - lr * velocity[key] for key in params}, velocity


def minibatches(x, y, size, rng):
    """Cut the examples, in a random order, into batches.

    Parameters
    ----------
    x : ndarray, shape (N, ...)
    y : ndarray, shape (N, ...)
    size : int
        Examples in a batch; the last one holds the rest.
    rng : numpy.random.Generator
        Where the order comes from: another one each time.

    Returns
    -------
    list of (ndarray, ndarray)

    Raises
    ------
    ValueError
        When `x` and `y` differ in length, or `size` is not a whole number from 1 up.

    Examples
    --------
    >>> pairs = minibatches(np.arange(5), np.arange(5), 2, np.random.default_rng(0))
    >>> [len(one) for one, _ in pairs]
    [2, 2, 1]
    """
    x, y, size = as_array("x", x), np.asarray(y), as_whole("size", size, 1)
    if len(x) != len(y):
        raise ValueError(f"`x` has {len(x)} examples but `y` has {len(y)}")
    order = rng.permutation(len(x))
    parts = [order[start : start + size] for start in range(0, len(x), size)]
    return [(x[part], y[part]) for part in parts]
