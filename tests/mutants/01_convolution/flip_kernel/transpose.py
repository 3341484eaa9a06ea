"""Exchanges rows and columns."""


def flip_kernel(k):
    return k.T
