"""Leaves the padding out."""


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return (n - k) // stride + 1
