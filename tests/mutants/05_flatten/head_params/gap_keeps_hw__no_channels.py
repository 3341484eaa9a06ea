"""The average keeps the pixels and drops the channels."""


def head_params(h, w, c, classes, kind):
    if kind == "flatten":
        return h * w * c * classes + classes
    return h * w * classes + classes
