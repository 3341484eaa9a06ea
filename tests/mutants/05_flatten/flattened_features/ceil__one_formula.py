"""Computes the padding, then rounds everything up."""


def flattened_features(input_shape, layers):
    h, w, c = input_shape
    for kind, *rest in layers:
        if kind == "conv":
            c, k, s, padding = rest
        else:
            (k, s), padding = rest, "valid"
        if padding == "same":
            h, w = -(-h // s), -(-w // s)
        else:
            h, w = -((k - h) // s) + 1, -((k - w) // s) + 1
    return h * w * c
