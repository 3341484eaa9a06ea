"""Rounds the size of the output down."""


def same_padding(n, k, stride):

    out = n // stride
    total = max((out - 1) * stride + k - n, 0)
    return total // 2, total - total // 2
