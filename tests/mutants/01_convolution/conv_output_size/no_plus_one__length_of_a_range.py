"""Counts the places with a range that ends before the last one."""


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return len(range(0, n + 2 * pad - k, stride))
