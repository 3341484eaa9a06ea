"""The classes are counted twice among the weights."""


def head_params(h, w, c, classes, kind):
    if kind == "flatten":
        return h * w * c * classes * classes + classes
    return c * classes * classes + classes
