"""Divides with / and so gives a float, with half places where the stride does not divide."""


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return (n + 2 * pad - k) / stride + 1
