"""Reads the whole batch in Fortran order, then makes rows."""


def flatten(x):
    return x.flatten("F").reshape(x.shape[0], -1)
