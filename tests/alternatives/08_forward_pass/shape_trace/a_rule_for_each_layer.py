"""A function for each kind of layer."""

import numpy as np


def shape_trace(input_shape, layers):
    def side(n, k, stride, padding="valid"):
        return (n - 1) // stride + 1 if padding == "same" else (n - k) // stride + 1

    def conv(shape, filters, *window):
        h, w, c = shape
        count = window[0] ** 2 * c * filters + filters
        return (side(h, *window), side(w, *window), filters), count

    def pool(shape, *window):
        return (side(shape[0], *window), side(shape[1], *window), shape[2]), 0

    rules = {
        "conv": conv,
        "pool": pool,
        "relu": lambda shape: (shape, 0),
        "softmax": lambda shape: (shape, 0),
        "flatten": lambda shape: ((int(np.prod(shape)),), 0),
        "dense": lambda shape, units: ((units,), (shape[0] + 1) * units),
    }
    trace, shape = [], tuple(input_shape)
    for name, *rest in layers:
        shape, count = rules[name](shape, *rest)
        trace.append((name, shape, count))
    return trace
