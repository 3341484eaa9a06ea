"""Weights and biases, in two branches."""


def head_params(h, w, c, classes, kind):
    if kind == "flatten":
        return h * w * c * classes + classes
    return c * classes + classes
