"""A bias for each input."""


def head_params(h, w, c, classes, kind):
    if kind == "flatten":
        return h * w * c * classes + h * w * c
    return c * classes + c
