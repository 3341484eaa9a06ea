"""Rounds up with NumPy."""

import numpy as np


def flattened_features(input_shape, layers):
    h, w, c = input_shape
    for layer in layers:
        if layer[0] == "conv":
            _, filters, k, s, padding = layer
            if padding == "same":
                h, w = -(-h // s), -(-w // s)
            else:
                h, w = int(np.ceil((h - k) / s)) + 1, int(np.ceil((w - k) / s)) + 1
            c = filters
        else:
            _, k, s = layer
            h, w = int(np.ceil((h - k) / s)) + 1, int(np.ceil((w - k) / s)) + 1
    return h * w * c
