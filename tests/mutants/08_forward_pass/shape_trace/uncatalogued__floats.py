"""Sizes are floats."""


def shape_trace(input_shape, layers):
    shape, trace = tuple(input_shape), []
    for layer in layers:
        name, count = layer[0], 0
        if name == "conv":
            filters, k, stride, padding = layer[1:]
            count = (k * k * shape[2] + 1) * filters
            if padding == "same":
                shape = (-(-shape[0] // stride), -(-shape[1] // stride), filters)
            else:
                shape = ((shape[0] - k) // stride + 1, (shape[1] - k) // stride + 1, filters)
        elif name == "pool":
            k, stride = layer[1:]
            shape = ((shape[0] - k) // stride + 1, (shape[1] - k) // stride + 1, shape[2])
        elif name == "flatten":
            shape = (float(shape[0] * shape[1] * shape[2]),)
        elif name == "dense":
            count = (shape[0] + 1) * layer[1]
            shape = (layer[1],)
        trace.append((name, shape, count))
    return trace
