"""Normalization: a scaler for the input, and batch normalization, forward and backward."""

import numpy as np

from cnnbasics.layers.arguments import as_array


def fit_scaler(train):
    """Find the mean and the standard deviation of each channel of the training images.

    Parameters
    ----------
    train : ndarray, shape (N, H, W, C)

    Returns
    -------
    mean, std : ndarray of floats, shape (C,)
        Over all images and pixels, divided by their number. A std of 0 is given as 1.

    Raises
    ------
    ValueError
        When `train` has other axes.

    Examples
    --------
    >>> fit_scaler(np.array([[[[2, 5]], [[6, 5]]]]))
    (array([4., 5.]), array([2., 1.]))
    """
    mean, var = channel_mean_var(train)
    flat = np.ptp(np.asarray(train), axis=(0, 1, 2)) == 0  # rounding may leave a tiny variance
    return mean, np.where(flat, 1.0, np.sqrt(var))


def apply_scaler(scaler, x):
    """Scale images with the numbers of the training images.

    Parameters
    ----------
    scaler : (ndarray, ndarray), shape (C,) each
        What `fit_scaler` gave.
    x : ndarray, shape (N, H, W, C)

    Returns
    -------
    ndarray of floats, the shape of `x`

    Examples
    --------
    >>> apply_scaler((np.array([4.0]), np.array([2.0])), np.array([[[[8], [3]]]])).ravel()
    array([ 2. , -0.5])
    """
    mean, std = (as_array("scaler", part, "C") for part in scaler)
    return (_images("x", x) - mean) / std


def channel_mean_var(x):
    """Compute the mean and the variance of each channel of a batch.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)

    Returns
    -------
    mean, var : ndarray of floats, shape (C,)
        Over images, rows and columns; the variance is divided by N * H * W.

    Raises
    ------
    ValueError
        When `x` has other axes.

    Examples
    --------
    >>> channel_mean_var(np.array([[[[2, 5]], [[6, 5]]]]))
    (array([4., 5.]), array([4., 0.]))
    """
    x = _images("x", x)
    return x.mean(axis=(0, 1, 2)), x.var(axis=(0, 1, 2))


def batchnorm_forward(x, gamma, beta, state, training, momentum=0.99, eps=1e-3):
    """Normalize each channel, then scale and shift it.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)
    gamma, beta : ndarray, shape (C,)
    state : dict
        ``"mean"`` and ``"var"``, each of shape (C,): the running statistics. It is not changed.
    training : bool
        True: with the statistics of the batch. False: with the running ones.
    momentum : float
        The share of the old running statistics that is kept.
    eps : float
        Is added to the variance, under the root.

    Returns
    -------
    y : ndarray of floats, shape (N, H, W, C)
    new_state : dict
        Like `state`; it differs from it only after training.

    References
    ----------
    Ioffe and Szegedy (2015), Batch normalization: accelerating deep network training by reducing
    internal covariate shift.

    Examples
    --------
    >>> x, state = np.array([[[[2.0]], [[6.0]]]]), {"mean": np.zeros(1), "var": np.ones(1)}
    >>> y, new = batchnorm_forward(x, np.ones(1), np.zeros(1), state, True, 0.75, 0.0)
    >>> y.ravel(), new["mean"], new["var"]
    (array([-1.,  1.]), array([1.]), array([1.75]))
    """
    x = _images("x", x)
    old = {key: as_array(f"state[{key!r}]", state[key], "C").astype(float) for key in state}
    if training:
        mean, var = channel_mean_var(x)
        new = {
            "mean": momentum * old["mean"] + (1 - momentum) * mean,
            "var": momentum * old["var"] + (1 - momentum) * var,
        }
    else:
        (mean, var), new = (old["mean"], old["var"]), old
    return as_array("gamma", gamma, "C") * (x - mean) / np.sqrt(var + eps) + beta, new


def batchnorm_backward(dout, x, gamma, eps):
    """Go back through batch normalization, as it is while training.

    Parameters
    ----------
    dout : ndarray, shape (N, H, W, C)
        Slopes at the output.
    x : ndarray, shape (N, H, W, C)
        What went in.
    gamma : ndarray, shape (C,)
    eps : float

    Returns
    -------
    dx : ndarray, shape (N, H, W, C)
    dgamma, dbeta : ndarray, shape (C,)

    References
    ----------
    Ioffe and Szegedy (2015), section 3.

    Examples
    --------
    >>> x, dout = np.array([[[[-1.0]], [[1.0]]]]), np.array([[[[3.0]], [[7.0]]]])
    >>> dx, dgamma, dbeta = batchnorm_backward(dout, x, np.array([2.0]), 3.0)
    >>> dx.ravel(), dgamma, dbeta
    (array([-1.5,  1.5]), array([2.]), array([10.]))
    """
    dout, x = _images("dout", dout), _images("x", x)
    if dout.shape != x.shape:
        raise ValueError(f"`dout` has shape {dout.shape} but `x` has {x.shape}")
    mean, var = channel_mean_var(x)
    root = np.sqrt(var + eps)
    normalized = (x - mean) / root
    every = (0, 1, 2)
    dgamma, dbeta = (dout * normalized).sum(axis=every), dout.sum(axis=every)
    count = dout[..., 0].size
    dx = gamma / root * (dout - dbeta / count - normalized * dgamma / count)
    return dx, dgamma, dbeta


def _images(name, value):
    return as_array(name, value, "N H W C").astype(float)
