"""Positive numbers are picked out, so the shape is lost."""


def relu(x):
    return x[x > 0]
