"""The second entry of every layer is taken for the channels."""


def flattened_features(input_shape, layers):
    h, w, c = input_shape
    for layer in layers:
        c = layer[1]
        if layer[0] == "conv":
            k, s = layer[2], layer[3]
        else:
            k, s = layer[1], layer[2]
        if layer[-1] == "same":
            h, w = (h + s - 1) // s, (w + s - 1) // s
        else:
            h, w = (h - k) // s + 1, (w - k) // s + 1
    return h * w * c
