"""The classes are inside the bracket and before it."""


def head_params(h, w, c, classes, kind):
    inputs = h * w * c if kind == "flatten" else c
    return classes * (inputs * classes + 1)
