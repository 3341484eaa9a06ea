"""With same padding the size is rounded down."""


def flattened_features(input_shape, layers):
    h, w, c = input_shape
    for layer in layers:
        if layer[0] == "conv":
            _, filters, k, s, padding = layer
            if padding == "same":
                h, w = h // s, w // s
            else:
                h, w = (h - k) // s + 1, (w - k) // s + 1
            c = filters
        else:
            _, k, s = layer
            h, w = (h - k) // s + 1, (w - k) // s + 1
    return h * w * c
