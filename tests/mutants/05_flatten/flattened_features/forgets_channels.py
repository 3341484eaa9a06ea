"""Counts the pixels of one map."""


def flattened_features(input_shape, layers):
    h, w, _ = input_shape
    for layer in layers:
        if layer[0] == "conv":
            _, _, k, s, padding = layer
            if padding == "same":
                h, w = -(-h // s), -(-w // s)
            else:
                h, w = (h - k) // s + 1, (w - k) // s + 1
        else:
            _, k, s = layer
            h, w = (h - k) // s + 1, (w - k) // s + 1
    return h * w
