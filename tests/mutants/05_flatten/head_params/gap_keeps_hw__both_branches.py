"""Both branches count all numbers."""


def head_params(h, w, c, classes, kind):
    if kind == "flatten":
        inputs = h * w * c
    elif kind == "gap":
        inputs = h * w * c
    return (inputs + 1) * classes
