"""A whole network: what becomes of the shape, what becomes of an image, and the same in Keras."""

import numpy as np

from cnnbasics.layers.activation import relu
from cnnbasics.layers.arguments import as_array, as_whole, padding_pairs
from cnnbasics.layers.conv_layer import conv2d_forward, conv_params, dense_params
from cnnbasics.layers.convolution import conv_output_shape
from cnnbasics.layers.dense import dense_forward
from cnnbasics.layers.flatten import flatten
from cnnbasics.layers.output import softmax
from cnnbasics.layers.pooling import max_pool2d

LENGTHS = {"conv": 5, "relu": 1, "pool": 3, "flatten": 1, "dense": 2, "softmax": 1}
"""The layers that `shape_trace` knows, and how long their descriptions are."""


def shape_trace(input_shape, layers):
    """Follow the shape of one example through a network, and count the parameters.

    Parameters
    ----------
    input_shape : (int, int, int)
        Height, width and channels.
    layers : list of tuple
        ``("conv", filters, k, stride, padding)`` with a k×k kernel, a bias, and ``"valid"`` or
        ``"same"``; ``("relu",)``; ``("pool", k, stride)`` with a k×k window and no padding;
        ``("flatten",)``; ``("dense", units)`` with a bias; ``("softmax",)``.

    Returns
    -------
    list of (str, tuple of int, int)
        For each layer its name, the shape that comes out of it, and its parameters.

    Raises
    ------
    ValueError
        When a layer is unknown or does not fit what comes into it.

    Examples
    --------
    >>> shape_trace((8, 8, 1), [("conv", 4, 3, 1, "valid"), ("pool", 2, 2), ("flatten",)])
    [('conv', (6, 6, 4), 40), ('pool', (3, 3, 4), 0), ('flatten', (36,), 0)]
    """
    shape = tuple(as_whole("input_shape", length, 1) for length in input_shape)
    trace = []
    for layer in layers:
        name, params = layer[0], 0
        if LENGTHS.get(name) != len(layer):
            raise ValueError(f"`layers` has {layer!r}, which is none of {', '.join(LENGTHS)}")
        wanted = {"conv": 3, "pool": 3, "flatten": 3, "dense": 1}.get(name, len(shape))
        if len(shape) != wanted:
            raise ValueError(f"{name!r} needs {wanted} axes but {shape} comes in")
        if name == "conv":
            _, filters, k, stride, padding = layer
            pairs = padding_pairs(padding, shape[:2], (k, k), stride)
            params = conv_params(k, k, shape[2], filters)
            shape = (*conv_output_shape(shape[:2], (k, k), stride, pairs), filters)
        elif name == "pool":
            _, k, stride = layer
            shape = (*conv_output_shape(shape[:2], (k, k), stride), shape[2])
        elif name == "flatten":
            shape = (int(np.prod(shape)),)
        elif name == "dense":
            params = dense_params(shape[0], layer[1])
            shape = (layer[1],)
        trace.append((name, shape, params))
    return trace


def forward(params, x):
    """Run a small network: convolution, ReLU, pooling, flatten, fully connected layer, softmax.

    Parameters
    ----------
    params : dict of ndarray
        ``conv_w`` (kH, kW, Cin, Cout), ``conv_b`` (Cout,), ``dense_w`` (D, classes) and
        ``dense_b`` (classes,).
    x : ndarray, shape (N, H, W, Cin)

    Returns
    -------
    ndarray of float64, shape (N, classes)
        Probabilities. The convolution has stride 1 and no padding; the pooling takes the largest
        number of each 2×2 window, with stride 2.

    Raises
    ------
    ValueError
        When a part is missing, or the shapes do not go together.

    References
    ----------
    LeCun, Bottou, Bengio and Haffner (1998), Gradient-based learning applied to document
    recognition.

    Examples
    --------
    >>> params = {
    ...     "conv_w": np.ones((1, 1, 1, 1)), "conv_b": [0], "dense_w": [[0, 1]], "dense_b": [0, 0]
    ... }
    >>> forward(params, np.log([1, 2, 1, 3]).reshape(1, 2, 2, 1))
    array([[0.25, 0.75]])
    """
    names = ("conv_w", "conv_b", "dense_w", "dense_b")
    missing = [name for name in names if name not in params]
    if missing:
        raise ValueError(f"`params` has {', '.join(params)} but lacks {', '.join(missing)}")
    x = as_array("x", x, "N H W C")
    maps = relu(conv2d_forward(x, params["conv_w"], params["conv_b"]))
    vector = flatten(max_pool2d(maps, 2))
    return softmax(dense_forward(vector, params["dense_w"], params["dense_b"]))


def copy_weights(params, model):
    """Put the parameters of `forward` into a Keras model.

    Parameters
    ----------
    params : dict of ndarray
        As in `forward`.
    model : keras.Model
        A Conv2D layer and a Dense layer hold its weights, in this order. It is changed.

    Raises
    ------
    ValueError
        When the model has other layers with weights, or weights of other shapes.
    """
    layers = [layer for layer in model.layers if layer.weights]
    if len(layers) != 2:
        raise ValueError(f"`model` has {len(layers)} layers with weights but `params` is for 2")
    for layer, name in zip(layers, ("conv", "dense"), strict=True):
        layer.set_weights([np.asarray(params[f"{name}_{part}"]) for part in "wb"])
