"""The two kinds are exchanged."""


def head_params(h, w, c, classes, kind):
    if kind == "flatten":
        return c * classes + classes
    return h * w * c * classes + classes
