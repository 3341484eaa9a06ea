"""One bias for the layer."""


def head_params(h, w, c, classes, kind):
    if kind == "flatten":
        return h * w * c * classes + 1
    return c * classes + 1
