"""Turns the kernel upside down, and leaves left and right."""


def flip_kernel(k):
    return k[::-1]
