"""Counts the numbers that reach the layer."""


def head_params(h, w, c, classes, kind):
    if kind == "flatten":
        return h * w * c
    return c
