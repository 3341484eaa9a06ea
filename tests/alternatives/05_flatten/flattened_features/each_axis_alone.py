"""One function for an axis, the channels by themselves."""

import math


def flattened_features(input_shape, layers):
    def along(n):
        for layer in layers:
            same = layer[-1] == "same"
            k, s = layer[1:3] if layer[0] == "pool" else layer[2:4]
            n = math.ceil(n / s) if same else math.floor((n - k) / s) + 1
        return n

    filters = [input_shape[2], *(layer[1] for layer in layers if layer[0] == "conv")]
    return along(input_shape[0]) * along(input_shape[1]) * filters[-1]
