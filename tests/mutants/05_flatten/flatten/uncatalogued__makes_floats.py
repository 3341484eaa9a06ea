"""Turns everything into floats."""


def flatten(x):
    return x.reshape(len(x), -1).astype(float)
