"""Weights for each of 32 images."""


def head_params(h, w, c, classes, kind):
    if kind == "flatten":
        return 32 * h * w * c * classes + classes
    return 32 * c * classes + classes
