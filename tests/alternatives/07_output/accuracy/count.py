"""Counting."""


def accuracy(y, p):
    return sum(int(a == b) for a, b in zip(y, p, strict=True)) / len(y)
