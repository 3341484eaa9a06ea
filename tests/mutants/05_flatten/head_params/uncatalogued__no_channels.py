"""A flatten counts one map."""


def head_params(h, w, c, classes, kind):
    if kind == "flatten":
        return h * w * classes + classes
    return c * classes + classes
