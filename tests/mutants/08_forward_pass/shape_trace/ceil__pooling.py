"""Pooling rounds up."""

import numpy as np


def shape_trace(input_shape, layers):
    shape, trace = tuple(input_shape), []
    for layer in layers:
        name, count = layer[0], 0
        if name == "conv":
            _, filters, k, stride, padding = layer
            count = (k * k * shape[2] + 1) * filters
            size = (
                (lambda n, s=stride: -(-n // s))
                if padding == "same"
                else (lambda n, k=k, s=stride: (n - k) // s + 1)
            )
            shape = (size(shape[0]), size(shape[1]), filters)
        elif name == "pool":
            _, k, stride = layer
            shape = (-(-(shape[0] - k) // stride) + 1, -(-(shape[1] - k) // stride) + 1, shape[2])
        elif name == "flatten":
            shape = (int(np.prod(shape)),)
        elif name == "dense":
            count = (shape[0] + 1) * layer[1]
            shape = (layer[1],)
        trace.append((name, shape, count))
    return trace
