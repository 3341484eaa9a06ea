"""A star in place of the @."""


def dense_forward(x, w, b):
    return x * w + b
