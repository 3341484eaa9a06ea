"""Adds a half before cutting off, so half a step counts as one."""


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return int((n + 2 * pad - k) / stride + 0.5) + 1
