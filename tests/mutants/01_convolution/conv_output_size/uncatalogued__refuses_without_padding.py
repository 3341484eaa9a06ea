"""Counts the padding in the size, but not in the test of whether the kernel fits."""


def conv_output_size(n, k, stride=1, pad=0):
    if k > n:
        raise ValueError("the kernel is larger than the image")
    return (n + 2 * pad - k) // stride + 1
