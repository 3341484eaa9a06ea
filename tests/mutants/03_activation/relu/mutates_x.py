"""Zeros are written into the array that came in."""


def relu(x):
    x[x < 0] = 0
    return x
