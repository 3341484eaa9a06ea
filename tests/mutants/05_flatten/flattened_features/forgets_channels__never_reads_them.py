"""Follows height and width only."""


def flattened_features(input_shape, layers):
    def size(n):
        for layer in layers:
            k, s = layer[-2:] if layer[0] == "pool" else layer[2:4]
            if layer[-1] == "same":
                n = (n + s - 1) // s
            else:
                n = (n - k) // s + 1
        return n

    return size(input_shape[0]) * size(input_shape[1])
