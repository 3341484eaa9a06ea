"""Puts the odd zero before."""


def same_padding(n, k, stride):

    out = -(-n // stride)
    total = max((out - 1) * stride + k - n, 0)
    after = total // 2
    return total - after, after
