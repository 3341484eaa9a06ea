"""The parts of a convolutional network, in NumPy: the right answers of the course.

Images are ``(N, H, W, C)`` and kernels ``(kH, kW, Cin, Cout)``, as in Keras. A *stride* is an int
or ``(sh, sw)``. A *padding* is an int, ``(ph, pw)``, ``((top, bottom), (left, right))``,
``"valid"`` or ``"same"``. Arithmetic is done and returned in float64, whatever number type comes
in; functions that only move pixels keep the type. No input is changed, and a result shares memory
with an input only where its docstring says *a view*. Input that makes no sense raises
``ValueError``.
"""

import operator

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

# Reading arguments


def _array(name, value, *forms):
    """Return `value` as an array of numbers that has one of the `forms`, if there are any.

    A form names the axes, such as ``"N H W C"``.
    """
    array = np.asarray(value)
    if array.dtype.kind not in "biuf":
        raise ValueError(f"`{name}` holds {array.dtype} but must hold floats or integers")
    if forms and array.ndim not in {len(form.split()) for form in forms}:
        wanted = " or ".join(f"({form.replace(' ', ', ')})" for form in forms)
        raise ValueError(f"`{name}` has shape {array.shape} but must be {wanted}")
    return array


def _whole(name, value, least):
    """Return `value` as an int of at least `least`."""
    try:
        number = operator.index(value)
    except TypeError:
        number = None
    if number is None or number < least:
        raise ValueError(f"`{name}` is {value!r} but must be a whole number from {least} up")
    return number


def _wholes(least, **values):
    """Return each of the named `values` as an int of at least `least`."""
    return [_whole(name, value, least) for name, value in values.items()]


def _nested(name, value, wanted, *shapes):
    """Return `value`, nested as one of the `shapes`, as an array of objects."""
    # Objects: ragged input reaches the check, and a message shows each number as it was given.
    values = np.array(value, dtype=object)
    if values.shape not in shapes:
        raise ValueError(f"`{name}` is {value!r} but must be {wanted}")
    return values


def stride_pair(stride, name="stride"):
    """Read a stride, or any other size in two directions, as a pair.

    Parameters
    ----------
    stride : int or (int, int)
        One number for both directions, or rows first.
    name : str
        What to call it in an error.

    Returns
    -------
    (int, int)

    Raises
    ------
    ValueError
        When it is neither of the two, or smaller than 1.

    Examples
    --------
    >>> stride_pair(2), stride_pair((1, 3))
    ((2, 2), (1, 3))
    """
    values = _nested(name, stride, "an int or a pair of ints", (), (2,))
    rows, columns = np.broadcast_to(values, 2)
    return _whole(name, rows, 1), _whole(name, columns, 1)


def padding_pairs(padding, size=None, kernel=None, stride=1):
    """Read any form of padding as ``((top, bottom), (left, right))``.

    Parameters
    ----------
    padding : int, (int, int), ((int, int), (int, int)), "valid" or "same"
        One number for all sides; rows and columns; each side on its own; or a rule by name.
    size, kernel : (int, int)
        Height and width of the image and of the kernel. Only ``"same"`` needs them.
    stride : int or (int, int)
        Only ``"same"`` needs it.

    Returns
    -------
    ((int, int), (int, int))

    Raises
    ------
    ValueError
        When it is none of these forms, or negative.

    Examples
    --------
    >>> padding_pairs((1, 2))
    ((1, 1), (2, 2))
    >>> padding_pairs("same", size=(5, 4), kernel=(3, 2))
    ((1, 1), (0, 1))
    """
    if isinstance(padding, str):
        if padding == "valid":
            return (0, 0), (0, 0)
        if padding == "same" and size is not None and kernel is not None:
            top_bottom, left_right = map(same_padding, size, kernel, stride_pair(stride))
            return top_bottom, left_right
        if padding == "same":
            raise ValueError('`padding` is "same", which needs the sizes of image and kernel')
        raise ValueError(f'`padding` is "{padding}" but the rules are "valid" and "same"')
    wanted = "an int, a pair or a pair of pairs"
    values = _nested("padding", padding, wanted, (), (2,), (2, 2))
    if values.ndim == 1:  # one number for each axis, the same before and after
        values = values[:, np.newaxis]
    top_bottom, left_right = (
        tuple(_whole("padding", value, 0) for value in row)
        for row in np.broadcast_to(values, (2, 2))
    )
    return top_bottom, left_right


# Images as arrays


def image_facts(img):
    """Describe one image.

    Parameters
    ----------
    img : ndarray, shape (H, W) or (H, W, C)
        A gray image has 1 channel, with or without an axis for it.

    Returns
    -------
    dict
        ``height``, ``width``, ``channels``, ``dtype``, ``min`` and ``max``.

    Raises
    ------
    ValueError
        When `img` has another number of axes.

    Examples
    --------
    >>> facts = image_facts(np.array([[0, 128, 255]], dtype=np.uint8))
    >>> facts["height"], facts["width"], facts["channels"], facts["max"]
    (1, 3, 1, 255)
    """
    img = _array("img", img, "H W", "H W C")
    height, width, *channels = img.shape
    return {
        "height": height,
        "width": width,
        "channels": channels[0] if channels else 1,
        "dtype": img.dtype,
        "min": img.min().item(),
        "max": img.max().item(),
    }


def nchw_to_nhwc(x):
    """Move the channels from the second axis to the last.

    Parameters
    ----------
    x : ndarray, shape (N, C, H, W)

    Returns
    -------
    ndarray, shape (N, H, W, C)
        A view.

    Raises
    ------
    ValueError
        When `x` has another number of axes.

    Examples
    --------
    >>> nchw_to_nhwc(np.zeros((2, 3, 4, 5))).shape
    (2, 4, 5, 3)
    """
    return _array("x", x, "N C H W").transpose(0, 2, 3, 1)


def nhwc_to_nchw(x):
    """Move the channels from the last axis to the second.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)

    Returns
    -------
    ndarray, shape (N, C, H, W)
        A view.

    Raises
    ------
    ValueError
        When `x` has another number of axes.

    Examples
    --------
    >>> nhwc_to_nchw(np.zeros((2, 4, 5, 3))).shape
    (2, 3, 4, 5)
    """
    return _array("x", x, "N H W C").transpose(0, 3, 1, 2)


def to_unit_range(img):
    """Scale the pixels of a uint8 image to the range from 0 to 1.

    Parameters
    ----------
    img : ndarray of uint8 (0 to 255) or of floats
        Any shape.

    Returns
    -------
    ndarray of floats
        Same shape. Floats come back as they were, in a copy, whatever their range.

    Raises
    ------
    ValueError
        When `img` holds some other type: its range is not known.

    Examples
    --------
    >>> to_unit_range(np.array([0, 51, 255], dtype=np.uint8))
    array([0. , 0.2, 1. ])
    """
    img = np.asarray(img)
    if img.dtype == np.uint8:
        return img / 255
    if img.dtype.kind == "f":
        return img.copy()
    raise ValueError(f"`img` holds {img.dtype} but must hold uint8 or floats")


# The convolution of one channel


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
    n, k, stride = _wholes(1, n=n, k=k, stride=stride)
    padded = n + 2 * _whole("pad", pad, 0)
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
    x = _array("x", x, "N H W C")
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
    x = _array("x", x, "N H W C")
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
    patch = _array("patch", patch, "kH kW", "kH kW C").astype(float)
    kernel = _array("kernel", kernel, "kH kW", "kH kW C").astype(float)
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
    image = _array("image", image, "H W").astype(float)
    kernel = _array("kernel", kernel, "kH kW").astype(float)
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
    return _array("k", k, "kH kW", "kH kW Cin Cout")[::-1, ::-1]


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
    return correlate2d(image, flip_kernel(_array("kernel", kernel, "kH kW")))


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


# The convolution layer


def _layer(x, w, b):
    """Return image, kernel and bias of a convolution layer as floats that fit each other."""
    x = _array("x", x, "N H W C").astype(float)
    w = _array("w", w, "kH kW Cin Cout").astype(float)
    b = _array("b", b, "Cout").astype(float)
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


def same_padding(n, k, stride):
    """Find the zeros that ``"same"`` adds along one axis, by TensorFlow's rule.

    Parameters
    ----------
    n : int
        Pixels along the axis.
    k : int
        Length of the window.
    stride : int

    Returns
    -------
    (int, int)
        Zeros before and after. The output is ``ceil(n / stride)`` long; an odd zero goes after.

    Raises
    ------
    ValueError
        When one of them is not a whole number from 1 up.

    References
    ----------
    The notes on padding in the documentation of ``tf.nn``.

    Examples
    --------
    >>> same_padding(5, 3, 1), same_padding(6, 3, 2)
    ((1, 1), (0, 1))
    """
    n, k, stride = _wholes(1, n=n, k=k, stride=stride)
    out = -(-n // stride)
    total = max((out - 1) * stride + k - n, 0)
    return total // 2, total - total // 2


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
    kh, kw, cin, cout = _wholes(1, kh=kh, kw=kw, cin=cin, cout=cout)
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
    hout, wout = _wholes(1, hout=hout, wout=wout)
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
    nin, nout = _wholes(1, nin=nin, nout=nout)
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
    windows = window_views(x, _wholes(1, kh=kh, kw=kw), stride, pad)
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
    x = _array("x", x, "N H W C").astype(float)
    w = _array("w", w, "Cin Cout").astype(float)
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
        k, s = (_whole("layer", number, 1) for number in _nested("layer", layer, "(k, s)", (2,)))
        size += (k - 1) * jump
        jump *= s
    return size, jump


# Pooling


def _pool_windows(x, size, stride):
    """Return the windows of a pooling layer as floats, (N, Hout, Wout, ph, pw, C)."""
    x = _array("x", x, "N H W C").astype(float)
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
    return _array("x", x, "N H W C").astype(float).mean(axis=(1, 2))


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
    img, dx = _array("img", img, "H W", "H W C"), _whole("dx", dx, 0)
    moved = np.zeros_like(img)
    moved[:, dx:] = img[:, : max(img.shape[1] - dx, 0)]
    before, after = (np.asarray(fn(image), dtype=float) for image in (img, moved))
    if before.shape != after.shape:
        raise ValueError(f"`fn` gives shape {before.shape} and, moved, {after.shape}")
    return float(np.abs(after - before).max())


# Activation
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
    return np.maximum(_array("x", x).astype(float), 0.0)


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
    x = _array("x", x).astype(float)
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
    x = _array("x", x).astype(float)
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
    return np.tanh(_array("x", x).astype(float))


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
    acts = _array("acts", acts).astype(float)
    if acts.ndim < 2:
        raise ValueError(f"`acts` has shape {acts.shape} but must be (N, ..., C)")
    return np.all(acts == 0, axis=tuple(range(acts.ndim - 1)))
