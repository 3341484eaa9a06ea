"""Each class has as many biases as there are classes."""


def head_params(h, w, c, classes, kind):
    if kind == "flatten":
        return h * w * c * classes + classes**2
    return c * classes + classes**2
