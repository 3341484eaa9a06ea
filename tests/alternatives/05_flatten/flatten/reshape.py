"""Sizes multiplied out."""


def flatten(x):
    n, h, w, c = x.shape
    return x.reshape(n, h * w * c)
