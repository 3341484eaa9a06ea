"""Counts the places of the window; lists and NumPy integers."""

import numpy as np


def shape_trace(input_shape, layers):
    shape, trace = list(input_shape), []
    for layer in layers:
        kind, params = layer[0], 0
        if kind == "conv":
            _, filters, k, stride, padding = layer
            params = np.zeros((k, k, shape[2], filters)).size + filters
            last = 1 if padding == "same" else k
            shape = [len(range(0, n - last + 1, stride)) for n in shape[:2]] + [filters]
        if kind == "pool":
            k, stride = layer[1], layer[2]
            shape = [len(range(0, n - k + 1, stride)) for n in shape[:2]] + shape[2:]
        if kind == "flatten":
            shape = [np.prod(shape)]
        if kind == "dense":
            params, shape = np.int64(shape[0] * layer[1] + layer[1]), [layer[1]]
        trace.append([kind, list(shape), params])
    return trace
