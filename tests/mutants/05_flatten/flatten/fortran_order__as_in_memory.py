"""Reads the numbers as they lie in memory."""


def flatten(x):
    return x.ravel(order="K").reshape(len(x), -1).copy()
