"""Adds the padding once, though it is there on both sides."""


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return (n + pad - k) // stride + 1
