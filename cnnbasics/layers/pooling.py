"""Pooling: max, average and global."""

import numpy as np

from cnnbasics.layers.arguments import as_array, as_whole, stride_pair
from cnnbasics.layers.convolution import window_views


def _pool_windows(x, size, stride):
    """Return the windows of a pooling layer as floats, (N, Hout, Wout, ph, pw, C)."""
    x = as_array("x", x, "N H W C").astype(float)
    size = stride_pair(size, "size")
    return window_views(x, size, size if stride is None else stride)


def max_pool2d(x, size, stride=None):
    """Keep the largest number of each window, in each channel on its own.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)
    size : int or (ph, pw)
        Height and width of the window.
    stride : int, (sh, sw) or None
        None: as long as the window, so that the windows tile the image.

    Returns
    -------
    ndarray of float64, shape (N, Hout, Wout, C)
        ``Hout`` is ``floor((H - ph) / sh) + 1``, and ``Wout`` likewise: no padding.

    Raises
    ------
    ValueError
        When the window is larger than the image.

    References
    ----------
    Ranzato, Huang, Boureau and LeCun (2007), Unsupervised learning of invariant feature
    hierarchies with applications to object recognition.

    Examples
    --------
    >>> x = np.array([[1, 2, 5, 0, 3], [4, 3, 1, 2, 9]]).reshape(1, 2, 5, 1)
    >>> max_pool2d(x, 2)[0, :, :, 0]
    array([[4., 5.]])
    >>> max_pool2d(x, 2, stride=1)[0, :, :, 0]
    array([[4., 5., 5., 9.]])
    """
    return _pool_windows(x, size, stride).max(axis=(3, 4))


def avg_pool2d(x, size, stride=None):
    """Take the mean of each window, in each channel on its own.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)
    size : int or (ph, pw)
        Height and width of the window.
    stride : int, (sh, sw) or None
        None: as long as the window, so that the windows tile the image.

    Returns
    -------
    ndarray of float64, shape (N, Hout, Wout, C)
        ``Hout`` is ``floor((H - ph) / sh) + 1``, and ``Wout`` likewise: no padding.

    Raises
    ------
    ValueError
        When the window is larger than the image.

    References
    ----------
    LeCun, Bottou, Bengio and Haffner (1998), Gradient-based learning applied to document
    recognition, section II.

    Examples
    --------
    >>> x = np.array([[1, 2, 5, 0, 3], [4, 3, 1, 2, 9]]).reshape(1, 2, 5, 1)
    >>> avg_pool2d(x, 2)[0, :, :, 0]
    array([[2.5, 2. ]])
    """
    return _pool_windows(x, size, stride).mean(axis=(3, 4))


def global_avg_pool(x):
    """Take the mean of each feature map: one number for each image and channel.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)

    Returns
    -------
    ndarray of float64, shape (N, C)

    Raises
    ------
    ValueError
        When `x` has another number of axes.

    References
    ----------
    Lin, Chen and Yan (2014), Network in network, section 3.2.

    Examples
    --------
    >>> global_avg_pool(np.arange(8).reshape(1, 2, 2, 2))
    array([[3., 4.]])
    """
    return as_array("x", x, "N H W C").astype(float).mean(axis=(1, 2))


def shift_effect(fn, img, dx):
    """Measure the largest change of a function when the image moves to the right.

    Parameters
    ----------
    fn : callable
        Takes an image and gives an array, of any shape.
    img : ndarray, shape (H, W) or (H, W, C)
        Zeros come in on the left; what leaves on the right is lost.
    dx : int
        By how many columns it moves.

    Returns
    -------
    float
        The largest ``|fn(moved) - fn(img)|``. It is 0 where `fn` is *invariant* under the shift.

    Raises
    ------
    ValueError
        When `img` has another number of axes, `dx` is not a whole number from 0 up, or `fn`
        gives two shapes.

    References
    ----------
    Zhang (2019), Making convolutional networks shift-invariant again.

    Examples
    --------
    >>> img = np.array([[0, 1, 7, 2, 0, 0]])
    >>> shift_effect(lambda image: image, img, dx=1)
    6.0
    >>> shift_effect(np.max, img, dx=1)
    0.0
    """
    img, dx = as_array("img", img, "H W", "H W C"), as_whole("dx", dx, 0)
    moved = np.zeros_like(img)
    moved[:, dx:] = img[:, : max(img.shape[1] - dx, 0)]
    before, after = (np.asarray(fn(image), dtype=float) for image in (img, moved))
    if before.shape != after.shape:
        raise ValueError(f"`fn` gives shape {before.shape} and, moved, {after.shape}")
    return float(np.abs(after - before).max())
