"""The fault is not found."""


def mended_flatten(x):
    return x.transpose(0, 3, 1, 2).reshape(len(x), -1)
