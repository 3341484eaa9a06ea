"""Adds k - 1 zeros."""


def same_padding(n, k, stride):

    before = (k - 1) // 2
    return before, k - 1 - before
