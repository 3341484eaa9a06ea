"""Turns the kernel by 90 degrees, clockwise."""


def flip_kernel(k):
    return k[::-1].T
