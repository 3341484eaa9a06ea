"""Everything is multiplied by the classes once more."""


def head_params(h, w, c, classes, kind):
    inputs = h * w * c if kind == "flatten" else c
    params = inputs * classes + classes
    return params * classes
