"""The convolution layer: channels, batches and cost."""

import numpy as np

from cnnbasics.layers.arguments import as_array, as_nested, as_whole, as_wholes
from cnnbasics.layers.convolution import conv_output_shape, window_views


def _layer(x, w, b):
    """Return image, kernel and bias of a convolution layer as floats that fit each other."""
    x = as_array("x", x, "N H W C").astype(float)
    w = as_array("w", w, "kH kW Cin Cout").astype(float)
    b = as_array("b", b, "Cout").astype(float)
    if w.shape[2] != x.shape[3]:
        raise ValueError(f"`w` has {w.shape[2]} input channels but `x` has {x.shape[3]}")
    if len(b) != w.shape[3]:
        raise ValueError(f"`b` has {len(b)} numbers but `w` has {w.shape[3]} filters")
    return x, w, b


def conv2d_forward(x, w, b, stride=1, padding=0):
    """Compute a convolution layer.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, Cin)
    w : ndarray, shape (kH, kW, Cin, Cout)
    b : ndarray, shape (Cout,)
    stride : int or (int, int)
    padding : any form

    Returns
    -------
    ndarray of float64, shape (N, Hout, Wout, Cout)
        ``out[n, i, j, f]`` is the `window_dot` of window (i, j) of image n with ``w[..., f]`` and
        ``b[f]``, over all input channels at once.

    Raises
    ------
    ValueError
        When channels or filters disagree, or the kernel is larger than the padded image.

    Examples
    --------
    >>> x = np.ones((2, 5, 4, 3))
    >>> w = np.ones((3, 2, 3, 2))
    >>> out = conv2d_forward(x, w, b=[0, 100], stride=2)
    >>> out.shape, out[0, 0, 0]
    ((2, 2, 2, 2), array([ 18., 118.]))
    """
    x, w, b = _layer(x, w, b)
    windows = window_views(x, w.shape[:2], stride, padding)
    # (N, Hout, Wout, kH, kW, Cin) . (kH, kW, Cin, Cout)
    return np.tensordot(windows, w, axes=3) + b


def conv_params(kh, kw, cin, cout, bias=True):
    """Count what a convolution layer learns.

    Parameters
    ----------
    kh, kw : int
        Height and width of the kernel.
    cin, cout : int
        Input channels and filters.
    bias : bool
        Whether each filter has a bias.

    Returns
    -------
    int
        The size of the image is not in it.

    Raises
    ------
    ValueError
        When one of the numbers is not a whole number from 1 up.

    Examples
    --------
    >>> conv_params(3, 3, 3, 32)
    896
    """
    kh, kw, cin, cout = as_wholes(1, kh=kh, kw=kw, cin=cin, cout=cout)
    return (kh * kw * cin + bool(bias)) * cout


def conv_macs(hout, wout, kh, kw, cin, cout):
    """Count the multiply-adds of a convolution layer for one image.

    Parameters
    ----------
    hout, wout : int
        Height and width of the output.
    kh, kw : int
        Height and width of the kernel.
    cin, cout : int
        Input channels and filters.

    Returns
    -------
    int
        One for each weight at each place. Biases are not counted.

    Raises
    ------
    ValueError
        When one of them is not a whole number from 1 up.

    Examples
    --------
    >>> conv_macs(62, 62, 3, 3, 3, 32)
    3321216
    """
    hout, wout = as_wholes(1, hout=hout, wout=wout)
    return hout * wout * conv_params(kh, kw, cin, cout, bias=False)


def dense_params(nin, nout):
    """Count what a fully connected layer learns, biases included.

    Parameters
    ----------
    nin, nout : int
        Inputs and outputs.

    Returns
    -------
    int

    Raises
    ------
    ValueError
        When one of them is not a whole number from 1 up.

    Examples
    --------
    >>> dense_params(12544, 128)
    1605760
    """
    nin, nout = as_wholes(1, nin=nin, nout=nout)
    return (nin + 1) * nout


def im2col(x, kh, kw, stride, pad):
    """Lay every window of a batch out as one row of a matrix.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)
    kh, kw : int
        Height and width of the window.
    stride : int or (int, int)
    pad : any form of padding

    Returns
    -------
    ndarray, shape (N * Hout * Wout, kh * kw * C)
        In the number type of `x`. Rows go by image, row, column; the numbers of a row go by
        window row, window column, channel.

    Raises
    ------
    ValueError
        When the window is larger than the padded image.

    References
    ----------
    Chellapilla, Puri and Simard (2006), High performance convolutional neural networks for
    document processing.

    Examples
    --------
    >>> im2col(np.arange(6).reshape(1, 2, 3, 1), 2, 2, stride=1, pad=0)
    array([[0, 1, 3, 4],
           [1, 2, 4, 5]])
    """
    windows = window_views(x, as_wholes(1, kh=kh, kw=kw), stride, pad)
    n, hout, wout, kh, kw, c = windows.shape
    # Copied first: a reshaped view could still hold one pixel in two places at once.
    return windows.copy().reshape(n * hout * wout, kh * kw * c)


def conv2d_matmul(x, w, b, stride=1, padding=0):
    """Compute a convolution layer as one product of two matrices.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, Cin)
    w : ndarray, shape (kH, kW, Cin, Cout)
    b : ndarray, shape (Cout,)
    stride : int or (int, int)
    padding : any form

    Returns
    -------
    ndarray of float64, shape (N, Hout, Wout, Cout)
        The same numbers as `conv2d_forward`.

    Raises
    ------
    ValueError
        When channels or filters disagree, or the kernel is larger than the padded image.

    Examples
    --------
    >>> conv2d_matmul(np.ones((1, 3, 4, 2)), np.ones((2, 3, 2, 1)), [0.5])[0, :, :, 0]
    array([[12.5, 12.5],
           [12.5, 12.5]])
    """
    x, w, b = _layer(x, w, b)
    kh, kw, cin, cout = w.shape
    hout, wout = conv_output_shape(x.shape[1:3], (kh, kw), stride, padding)
    rows = im2col(x, kh, kw, stride, padding)  # (N * Hout * Wout, kH * kW * Cin)
    out = rows @ w.reshape(kh * kw * cin, cout) + b  # (N * Hout * Wout, Cout)
    return out.reshape(len(x), hout, wout, cout)


def pointwise_conv(x, w):
    """Mix the channels of each pixel, the same way everywhere: a 1x1 convolution.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, Cin)
    w : ndarray, shape (Cin, Cout)

    Returns
    -------
    ndarray of float64, shape (N, H, W, Cout)

    Raises
    ------
    ValueError
        When `x` and `w` disagree about the input channels.

    References
    ----------
    Lin, Chen and Yan (2014), Network in network.

    Examples
    --------
    >>> pointwise_conv([[[[1, 2, 3]]]], [[1, 0], [1, 0], [1, 10]])
    array([[[[ 6., 30.]]]])
    """
    x = as_array("x", x, "N H W C").astype(float)
    w = as_array("w", w, "Cin Cout").astype(float)
    if w.shape[0] != x.shape[3]:
        raise ValueError(f"`w` has {w.shape[0]} input channels but `x` has {x.shape[3]}")
    return x @ w


def receptive_field(layers):
    """Find how much of the input one number sees after a stack of layers.

    Parameters
    ----------
    layers : list of (k, s)
        Window and stride of each layer along one axis, the first layer first.

    Returns
    -------
    size : int
        Input pixels that one output number depends on.
    jump : int
        Input pixels between two neighboring output numbers.

    Raises
    ------
    ValueError
        When a layer is not a pair of whole numbers from 1 up.

    References
    ----------
    Araujo, Norris and Sim (2019), Computing receptive fields of convolutional neural networks.

    Examples
    --------
    >>> receptive_field([(3, 1), (2, 2), (3, 1)])
    (8, 2)
    """
    size = jump = 1
    for layer in layers:
        k, s = (
            as_whole("layer", number, 1) for number in as_nested("layer", layer, "(k, s)", (2,))
        )
        size += (k - 1) * jump
        jump *= s
    return size, jump
