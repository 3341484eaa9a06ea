"""With the course's own functions."""

from cnnbasics.layers import conv_output_size, conv_params, dense_params, same_padding
import numpy as np


def shape_trace(input_shape, layers):
    def side(n, k, stride, padding):
        zeros = sum(same_padding(n, k, stride)) if padding == "same" else 0
        return conv_output_size(n + zeros, k, stride, 0)

    shape, trace = tuple(input_shape), []
    for name, *rest in layers:
        count = 0
        if name in ("conv", "pool"):
            k, stride, padding = (*rest[-3:], "valid")[-4:-1] if name == "pool" else rest[1:]
            if name == "conv":
                count = conv_params(k, k, shape[-1], rest[0])
            channels = rest[0] if name == "conv" else shape[-1]
            shape = (*(side(n, k, stride, padding) for n in shape[:2]), channels)
        elif name == "flatten":
            shape = (int(np.prod(shape)),)
        elif name == "dense":
            count, shape = dense_params(shape[0], rest[0]), (rest[0],)
        trace.append((name, shape, count))
    return trace
