"""Lets NumPy choose the order."""


def flatten(x):
    return x.reshape(x.shape[0], -1, order="A").copy()
