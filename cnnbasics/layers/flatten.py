"""Flatten: from maps to a vector, and what the layer behind it costs."""

from cnnbasics.layers.arguments import as_array, as_whole, as_wholes
from cnnbasics.layers.conv_layer import dense_params
from cnnbasics.layers.convolution import conv_output_shape

HEADS = ("flatten", "gap")
"""The two ways from maps to a vector: all numbers, or the mean of each map."""


def flatten(x):
    """Lay the maps of each image out as one vector, in Keras' order.

    Parameters
    ----------
    x : ndarray, shape (N, H, W, C)

    Returns
    -------
    ndarray, shape (N, H * W * C)
        In the number type of `x`; a view where its memory allows it. ``x[n, i, j, c]`` lands at
        ``(i * W + j) * C + c`` of row n.

    Raises
    ------
    ValueError
        When `x` has another number of axes.

    Examples
    --------
    >>> flatten([[[[1, 10], [2, 20]], [[3, 30], [4, 40]]]])
    array([[ 1, 10,  2, 20,  3, 30,  4, 40]])
    """
    x = as_array("x", x, "N H W C")
    n, h, w, c = x.shape
    return x.reshape(n, h * w * c)


def flattened_features(input_shape, layers):
    """Count the numbers that a flatten gives for one image after a stack of layers.

    Parameters
    ----------
    input_shape : (int, int, int)
        Height, width and channels of the image.
    layers : list of tuple
        ``("conv", filters, k, stride, padding)`` and ``("pool", k, stride)``, the first layer
        first. Kernel, stride and padding in any form.

    Returns
    -------
    int

    Raises
    ------
    ValueError
        When a layer has another form, or its window is larger than the map.

    Examples
    --------
    >>> flattened_features((8, 6, 3), [("conv", 5, 3, 1, "same"), ("pool", 2, 2)])
    60
    """
    if len(input_shape) != 3:
        raise ValueError(f"`input_shape` is {input_shape!r} but must be (H, W, C)")
    *size, channels = (as_whole("input_shape", number, 1) for number in input_shape)
    for layer in layers:
        match layer:
            case ("conv", filters, k, stride, padding):
                channels = as_whole("filters", filters, 1)
                size = conv_output_shape(size, k, stride, padding)
            case ("pool", k, stride):
                size = conv_output_shape(size, k, stride)
            case _:
                raise ValueError(
                    f"a layer is {layer!r} but must be "
                    '("conv", filters, k, stride, padding) or ("pool", k, stride)'
                )
    return size[0] * size[1] * channels


def head_params(h, w, c, classes, kind):
    """Count what a fully connected layer learns behind the last maps, biases included.

    Parameters
    ----------
    h, w, c : int
        Height and width of the maps, and how many there are.
    classes : int
        Outputs of the layer.
    kind : str
        ``"flatten"``: the layer gets all numbers. ``"gap"``: it gets the mean of each map.

    Returns
    -------
    int

    Raises
    ------
    ValueError
        When there is no such kind, or a number is not a whole number from 1 up.

    References
    ----------
    Lin, Chen and Yan (2014), Network in network.

    Examples
    --------
    >>> head_params(7, 7, 64, 10, "flatten"), head_params(7, 7, 64, 10, "gap")
    (31370, 650)
    """
    h, w, c, classes = as_wholes(1, h=h, w=w, c=c, classes=classes)
    if kind not in HEADS:
        raise ValueError(f"`kind` is {kind!r} but must be one of {', '.join(HEADS)}")
    return dense_params(h * w * c if kind == "flatten" else c, classes)
