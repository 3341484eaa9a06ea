"""All layers have the same formula."""


def flattened_features(input_shape, layers):
    h, w, c = input_shape
    for layer in layers:
        kind = layer[0]
        if kind == "conv":
            c, k, s = layer[1:4]
        else:
            k, s = layer[1:]
        h = (h - k) // s + 1
        w = (w - k) // s + 1
    return h * w * c
