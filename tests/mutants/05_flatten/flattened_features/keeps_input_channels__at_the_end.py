"""Multiplies by the channels of the image."""


def flattened_features(input_shape, layers):
    size = list(input_shape[:2])
    for layer in layers:
        k, s = layer[1:3] if layer[0] == "pool" else layer[2:4]
        for axis in range(2):
            n = size[axis]
            size[axis] = (n - 1) // s + 1 if layer[-1] == "same" else (n - k) // s + 1
    return size[0] * size[1] * input_shape[-1]
