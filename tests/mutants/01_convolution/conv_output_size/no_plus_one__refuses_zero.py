"""Forgets the place where the window begins, and then takes 0 for a kernel that does not fit."""


def conv_output_size(n, k, stride=1, pad=0):
    size = (n - k + 2 * pad) // stride
    if size < 1:
        raise ValueError("the kernel does not fit")
    return size
