"""Weights only."""


def head_params(h, w, c, classes, kind):
    if kind == "flatten":
        return h * w * c * classes
    return c * classes
