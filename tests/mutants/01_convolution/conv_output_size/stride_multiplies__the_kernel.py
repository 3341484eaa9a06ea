"""Multiplies the kernel by the stride in place of dividing by it."""


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return n + 2 * pad - k * stride + 1
