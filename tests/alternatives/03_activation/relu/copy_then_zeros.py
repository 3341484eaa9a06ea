"""A copy, in which the negative numbers are replaced."""


def relu(x):
    out = x.copy()
    out[out < 0] = 0
    return out
