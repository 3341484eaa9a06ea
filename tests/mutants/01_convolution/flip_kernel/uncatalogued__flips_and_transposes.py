"""Turns the kernel by 180 degrees and exchanges rows and columns."""


def flip_kernel(k):
    return k[::-1, ::-1].T
