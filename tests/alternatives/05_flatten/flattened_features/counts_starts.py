"""Counts the places where a window can start."""


def flattened_features(input_shape, layers):
    h, w, c = input_shape
    for kind, *rest in layers:
        if kind == "conv":
            c, k, s, padding = rest
            last = 1 if padding == "same" else k
        else:
            k, s = rest
            last = k
        h, w = len(range(0, h - last + 1, s)), len(range(0, w - last + 1, s))
    return h * w * c
