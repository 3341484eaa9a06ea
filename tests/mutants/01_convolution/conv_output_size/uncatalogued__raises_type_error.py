"""Raises an exception of another type than the contract names."""


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise TypeError("the kernel does not fit")
    return (n + 2 * pad - k) // stride + 1
