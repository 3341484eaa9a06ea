"""Sizes are rounded up."""

import math


def shape_trace(input_shape, layers):
    shape, trace = tuple(input_shape), []
    for layer in layers:
        name, count = layer[0], 0
        if name == "conv":
            _, filters, k, stride, padding = layer
            count = (k * k * shape[2] + 1) * filters
            h, w = shape[:2]
            if padding == "same":
                shape = (math.ceil(h / stride), math.ceil(w / stride), filters)
            else:
                shape = (
                    math.ceil((h - k) / stride) + 1,
                    math.ceil((w - k) / stride) + 1,
                    filters,
                )
        elif name == "pool":
            _, k, stride = layer
            h, w, c = shape
            shape = (math.ceil((h - k) / stride) + 1, math.ceil((w - k) / stride) + 1, c)
        elif name == "flatten":
            shape = (shape[0] * shape[1] * shape[2],)
        elif name == "dense":
            count = (shape[0] + 1) * layer[1]
            shape = (layer[1],)
        trace.append((name, shape, count))
    return trace
