"""Turns the kernel it was given in place."""


def flip_kernel(k):
    k[:] = k[::-1, ::-1].copy()
    return k
