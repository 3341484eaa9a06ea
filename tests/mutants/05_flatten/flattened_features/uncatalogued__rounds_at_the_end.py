"""Keeps halves of pixels through a convolution, and rounds the product at the end."""

import math


def flattened_features(input_shape, layers):
    h, w, c = input_shape
    for layer in layers:
        if layer[0] == "pool":
            _, k, stride = layer
            h, w = (h - k) // stride + 1, (w - k) // stride + 1
        else:
            _, c, k, stride, padding = layer
            if padding == "same":
                h, w = math.ceil(h / stride), math.ceil(w / stride)
            else:
                h, w = (h - k) / stride + 1, (w - k) / stride + 1
    return int(h * w * c)
