"""Regularization: dropout, whole maps dropped, a penalty on large weights, early stopping."""

import numpy as np

from cnnbasics.layers.arguments import as_array, as_whole


def dropout_forward(x, rate, rng, training):
    """Drop numbers at random while training, and make up for them; change nothing otherwise.

    Parameters
    ----------
    x : ndarray of any shape
    rate : float
        The share that is dropped, from 0 to less than 1, as in Keras.
    rng : numpy.random.Generator
        Where the mask comes from.
    training : bool

    Returns
    -------
    y : ndarray, the shape of `x`
        ``x * mask``.
    mask : ndarray, the shape of `x`
        0 where a number is dropped and ``1 / (1 - rate)`` where it stays; all ones without
        `training`.

    Raises
    ------
    ValueError
        When `rate` is not from 0 to less than 1.

    References
    ----------
    Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov (2014), Dropout: a simple way to
    prevent neural networks from overfitting.

    Examples
    --------
    >>> y, mask = dropout_forward(np.ones(5), 0.75, np.random.default_rng(0), training=True)
    >>> y
    array([0., 0., 0., 0., 4.])
    >>> dropout_forward(np.ones(5), 0.75, np.random.default_rng(0), training=False)[0]
    array([1., 1., 1., 1., 1.])
    """
    x = as_array("x", x).astype(float)
    _as_rate(rate)
    mask = _draw_mask(x.shape, rate, rng) if training else np.ones(x.shape)
    return x * mask, mask


def dropout_backward(dout, mask):
    """Go back through dropout.

    Parameters
    ----------
    dout : ndarray
        Slopes at the output.
    mask : ndarray, the shape of `dout`
        The mask of the way forward.

    Returns
    -------
    ndarray, the shape of `dout`

    Raises
    ------
    ValueError
        When the two shapes differ.

    Examples
    --------
    >>> dropout_backward(np.array([3.0, -1.0, 5.0]), np.array([2.0, 2.0, 0.0]))
    array([ 6., -2.,  0.])
    """
    dout, mask = as_array("dout", dout).astype(float), as_array("mask", mask)
    if dout.shape != mask.shape:
        raise ValueError(f"`dout` has shape {dout.shape} but `mask` has {mask.shape}")
    return dout * mask


def spatial_dropout(x, rate, rng):
    """Drop whole feature maps at random, and make up for them, as while training.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)
    rate : float
        The share of maps that is dropped, from 0 to less than 1.
    rng : numpy.random.Generator
        It decides for each image and each channel on its own.

    Returns
    -------
    ndarray, shape (N, H, W, C)

    Raises
    ------
    ValueError
        When `x` has other axes, or `rate` is not from 0 to less than 1.

    References
    ----------
    Tompson, Goroshin, Jain, LeCun and Bregler (2015), Efficient object localization using
    convolutional networks.

    Examples
    --------
    >>> y = spatial_dropout(np.ones((1, 2, 2, 4)), 0.5, np.random.default_rng(1))
    >>> y[0, 0, 0], bool(np.all(y == y[:, :1, :1]))
    (array([2., 2., 0., 2.]), True)
    """
    x = as_array("x", x, "N H W C").astype(float)
    _as_rate(rate)
    return x * _draw_mask((len(x), 1, 1, x.shape[3]), rate, rng)


def l2_penalty(weights, lam):
    """Compute the penalty on large weights.

    Parameters
    ----------
    weights : list of ndarray
        Kernels and matrices; biases are left out by the caller.
    lam : float

    Returns
    -------
    float
        ``0.5 * lam * sum(w**2)`` over all numbers of all arrays. Keras' ``L2(lam)`` has no 0.5.

    References
    ----------
    Krogh and Hertz (1992), A simple weight decay can improve generalization.

    Examples
    --------
    >>> l2_penalty([np.array([3.0, -1.0]), np.array([[2.0]])], lam=0.1)
    0.7000000000000001
    """
    return 0.5 * lam * sum(float(np.sum(as_array("w", w).astype(float) ** 2)) for w in weights)


def l2_gradient(weights, lam):
    """Compute the gradient of `l2_penalty`.

    Parameters
    ----------
    weights : list of ndarray
    lam : float

    Returns
    -------
    list of ndarray
        In the order and the shapes of `weights`.

    Examples
    --------
    >>> l2_gradient([np.array([3.0, -1.0]), np.array([[2.0]])], lam=0.5)
    [array([ 1.5, -0.5]), array([[1.]])]
    """
    return [lam * as_array("w", w).astype(float) for w in weights]


def early_stopping(val_losses, patience):
    """Find where early stopping ends a training, and which epoch was the best until then.

    Parameters
    ----------
    val_losses : sequence of float
        The loss on validation data after each epoch; at least one.
    patience : int
        Training stops when so many epochs in a row bring nothing strictly better than the best.

    Returns
    -------
    stop_epoch : int
        The last epoch that is trained, counted from 0; the last of all if nothing stops it.
    best_epoch : int
        The first epoch with the lowest loss up to there.

    Raises
    ------
    ValueError
        When there is no loss, or `patience` is not a whole number from 1 up.

    References
    ----------
    Prechelt (1998), Early stopping, but when?

    Examples
    --------
    >>> early_stopping([0.9, 0.5, 0.6, 0.5, 0.3], patience=2)
    (3, 1)
    """
    losses = as_array("val_losses", val_losses, "epochs")
    patience = as_whole("patience", patience, 1)
    if not len(losses):
        raise ValueError("`val_losses` has 0 epochs but must have at least 1")
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best == patience:
            return epoch, best
    return len(losses) - 1, best


def _as_rate(rate):
    if not 0 <= rate < 1:
        raise ValueError(f"`rate` is {rate!r} but must be from 0 to less than 1")


def _draw_mask(shape, rate, rng):
    return (rng.random(shape) >= rate) / (1 - rate)
