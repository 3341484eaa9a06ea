"""The convolution of one channel."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from cnnbasics.layers.arguments import as_array, as_whole, as_wholes, padding_pairs, stride_pair


def conv_output_size(n, k, stride=1, pad=0):
    """Count the places where a window can stand along one axis.

    Parameters
    ----------
    n : int
        Pixels along the axis.
    k : int
        Length of the window.
    stride : int
        Pixels from one place to the next.
    pad : int
        Zeros added on each of the two sides.

    Returns
    -------
    int
        ``floor((n + 2 * pad - k) / stride) + 1``

    Raises
    ------
    ValueError
        When the window is longer than the padded axis.

    References
    ----------
    Dumoulin and Visin (2016), A guide to convolution arithmetic for deep learning, section 2.4.

    Examples
    --------
    >>> conv_output_size(6, 3, stride=2)
    2
    """
    n, k, stride = as_wholes(1, n=n, k=k, stride=stride)
    padded = n + 2 * as_whole("pad", pad, 0)
    if k > padded:
        raise ValueError(f"`k` is {k} but the padded axis is only {padded} long")
    return (padded - k) // stride + 1


def conv_output_shape(size, kernel, stride=1, padding=0):
    """Count the places where a window can stand, down and across.

    Parameters
    ----------
    size : (int, int)
        Height and width of the image.
    kernel : int or (int, int)
    stride : int or (int, int)
    padding : any form

    Returns
    -------
    (int, int)
        Hout and Wout.

    Raises
    ------
    ValueError
        When the kernel is larger than the padded image.

    Examples
    --------
    >>> conv_output_shape((5, 8), (3, 2), stride=(2, 3))
    (2, 3)
    """
    size, kernel = stride_pair(size, "size"), stride_pair(kernel, "kernel")
    pads = padding_pairs(padding, size, kernel, stride)
    padded = [n + sum(pair) for n, pair in zip(size, pads, strict=True)]
    hout, wout = map(conv_output_size, padded, kernel, stride_pair(stride))
    return hout, wout


def zero_pad2d(x, pad):
    """Put a border of zeros around each image.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)
    pad : int, (ph, pw) or ((top, bottom), (left, right))

    Returns
    -------
    ndarray, shape (N, top + H + bottom, left + W + right, C)
        In the number type of `x`.

    Raises
    ------
    ValueError
        When `x` has another number of axes, or `pad` another form.

    Examples
    --------
    >>> zero_pad2d(np.ones((1, 1, 2, 1)), ((1, 0), (0, 2)))[0, :, :, 0]
    array([[0., 0., 0., 0.],
           [1., 1., 0., 0.]])
    """
    x = as_array("x", x, "N H W C")
    return np.pad(x, ((0, 0), *padding_pairs(pad), (0, 0)))


def window_views(x, size, stride=1, padding=0):
    """Cut out every window that a kernel or a pool of this size looks at.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)
    size : int or (kH, kW)
    stride : int or (int, int)
    padding : any form

    Returns
    -------
    ndarray, shape (N, Hout, Wout, kH, kW, C), read-only
        ``out[n, i, j]`` is the window at row i and column j. Windows that overlap share memory
        with each other, none with `x`.

    Raises
    ------
    ValueError
        When the window is larger than the padded image.

    Examples
    --------
    >>> window_views(np.arange(12).reshape(1, 3, 4, 1), (2, 3))[0, 1, 0, :, :, 0]
    array([[ 4,  5,  6],
           [ 8,  9, 10]])
    """
    x = as_array("x", x, "N H W C")
    size, (sh, sw) = stride_pair(size, "size"), stride_pair(stride)
    padded = zero_pad2d(x, padding_pairs(padding, x.shape[1:3], size, stride))
    conv_output_shape(padded.shape[1:3], size)  # refuses a window that does not fit
    windows = sliding_window_view(padded, size, axis=(1, 2))[:, ::sh, ::sw]
    return np.moveaxis(windows, 3, -1)  # (N, Hout, Wout, C, kH, kW) -> (N, Hout, Wout, kH, kW, C)


def window_dot(patch, kernel, bias=0.0):
    """Multiply a window by a kernel, number by number, and add everything up.

    Parameters
    ----------
    patch, kernel : ndarray, shape (kH, kW) or (kH, kW, C)
    bias : float, or ndarray with one element
        Added once.

    Returns
    -------
    float

    Raises
    ------
    ValueError
        When `patch` and `kernel` differ in shape, or there is more than one bias.

    Examples
    --------
    >>> window_dot([[1, 2], [3, 4]], [[10, 0], [0, 1]], bias=0.5)
    14.5
    """
    patch = as_array("patch", patch, "kH kW", "kH kW C").astype(float)
    kernel = as_array("kernel", kernel, "kH kW", "kH kW C").astype(float)
    if patch.shape != kernel.shape:
        raise ValueError(f"`patch` has shape {patch.shape} but `kernel` has shape {kernel.shape}")
    if np.size(bias) != 1:
        raise ValueError(f"`bias` has {np.size(bias)} elements but a window has 1 bias")
    return float(np.sum(patch * kernel) + np.asarray(bias).item())


def correlate2d(image, kernel, stride=1, pad=0):
    """Slide a kernel over an image of one channel and take `window_dot` at each place.

    Parameters
    ----------
    image : ndarray, shape (H, W)
    kernel : ndarray, shape (kH, kW)
    stride : int or (int, int)
    pad : any form of padding

    Returns
    -------
    ndarray of float64, shape (Hout, Wout)

    Raises
    ------
    ValueError
        When the kernel is larger than the padded image.

    Examples
    --------
    >>> correlate2d([[1, 0, 2], [0, 1, 1]], [[1, -1], [0, 2]])
    array([[3., 0.]])
    """
    image = as_array("image", image, "H W").astype(float)
    kernel = as_array("kernel", kernel, "kH kW").astype(float)
    windows = window_views(image[np.newaxis, :, :, np.newaxis], kernel.shape, stride, pad)
    # (Hout, Wout, kH, kW) . (kH, kW)
    return np.tensordot(windows[0, ..., 0], kernel, axes=2)


def flip_kernel(k):
    """Turn a kernel by 180 degrees.

    Parameters
    ----------
    k : ndarray, shape (kH, kW) or (kH, kW, Cin, Cout)

    Returns
    -------
    ndarray
        Same shape; a view.

    Raises
    ------
    ValueError
        When `k` has another number of axes.

    Examples
    --------
    >>> flip_kernel([[1, 2, 3], [4, 5, 6]])
    array([[6, 5, 4],
           [3, 2, 1]])
    """
    return as_array("k", k, "kH kW", "kH kW Cin Cout")[::-1, ::-1]


def convolve2d(image, kernel):
    """Convolve in the mathematician's sense: correlate with the flipped kernel.

    Parameters
    ----------
    image : ndarray, shape (H, W)
    kernel : ndarray, shape (kH, kW)

    Returns
    -------
    ndarray of float64, shape (H - kH + 1, W - kW + 1)

    Raises
    ------
    ValueError
        When the kernel is larger than the image.

    References
    ----------
    Goodfellow, Bengio and Courville (2016), Deep Learning, section 9.1.

    Examples
    --------
    >>> convolve2d([[0, 0, 1, 0, 0]], [[1, 2, 3]])
    array([[1., 2., 3.]])
    """
    return correlate2d(image, flip_kernel(as_array("kernel", kernel, "kH kW")))


def design_kernels():
    """Give five kernels that do something you can see.

    Returns
    -------
    dict of ndarray, shape (3, 3)
        ``identity`` keeps the image. ``blur`` is the mean of nine pixels. ``vertical_edge`` answers
        to standing edges and ``horizontal_edge`` to lying ones (Sobel's kernels). ``sharpen`` adds
        what a pixel has above its four neighbors.

    Examples
    --------
    >>> step = [[0, 0, 9, 9]] * 4
    >>> correlate2d(step, design_kernels()["vertical_edge"])
    array([[36., 36.],
           [36., 36.]])
    >>> correlate2d(step, design_kernels()["horizontal_edge"])
    array([[0., 0.],
           [0., 0.]])
    """
    return {
        "identity": np.array([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]),
        "blur": np.full((3, 3), 1 / 9),
        "vertical_edge": np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]),
        "horizontal_edge": np.array([[-1.0, -2.0, -1.0], [0.0, 0.0, 0.0], [1.0, 2.0, 1.0]]),
        "sharpen": np.array([[0.0, -1.0, 0.0], [-1.0, 5.0, -1.0], [0.0, -1.0, 0.0]]),
    }
