"""Knows one of the two kinds."""


def head_params(h, w, c, classes, kind):
    if kind == "flatten":
        return (h * w * c + 1) * classes
