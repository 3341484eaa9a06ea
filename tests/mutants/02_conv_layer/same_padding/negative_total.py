"""Lets the number of zeros fall below 0."""


def same_padding(n, k, stride):

    out = -(-n // stride)
    total = (out - 1) * stride + k - n
    return total // 2, total - total // 2
