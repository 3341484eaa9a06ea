"""The slope is returned, with 1 at the bend."""


def relu(x):
    return (x >= 0).astype(float)
