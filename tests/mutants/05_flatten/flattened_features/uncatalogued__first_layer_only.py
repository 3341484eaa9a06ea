"""Returns inside the loop."""


def flattened_features(input_shape, layers):
    h, w, c = input_shape
    for layer in layers:
        if layer[0] == "conv":
            _, c, k, s, padding = layer
        else:
            _, k, s = layer
            padding = "valid"
        if padding == "same":
            h, w = -(-h // s), -(-w // s)
        else:
            h, w = (h - k) // s + 1, (w - k) // s + 1
        return h * w * c
    return h * w * c
