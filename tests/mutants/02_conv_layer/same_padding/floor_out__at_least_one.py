"""Rounds the size of the output down, to 1 at least."""


def same_padding(n, k, stride):
    out = max(n // stride, 1)
    total = max((out - 1) * stride + k - n, 0)
    before = total // 2
    return before, total - before
