"""With the course's own functions."""

import numpy as np

from cnnbasics.layers import conv_output_size, conv_params, dense_params, same_padding


def shape_trace(input_shape, layers):
    def side(n, k, stride, padding="valid"):
        zeros = sum(same_padding(n, k, stride)) if padding == "same" else 0
        return conv_output_size(n + zeros, k, stride, 0)

    shape, trace = tuple(input_shape), []
    for name, *rest in layers:
        count = 0
        if name == "conv":
            filters, *window = rest
            count = conv_params(window[0], window[0], shape[2], filters)
            shape = (side(shape[0], *window), side(shape[1], *window), filters)
        elif name == "pool":
            shape = (side(shape[0], *rest), side(shape[1], *rest), shape[2])
        elif name == "flatten":
            shape = (int(np.prod(shape)),)
        elif name == "dense":
            count, shape = dense_params(shape[0], rest[0]), (rest[0],)
        trace.append((name, shape, count))
    return trace
