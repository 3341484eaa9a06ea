"""A batch of 16 goes into the flatten."""


def head_params(h, w, c, classes, kind):
    n = 16
    if kind == "flatten":
        inputs = n * h * w * c
    else:
        inputs = n * c
    return inputs * classes + classes
