"""Shuffles a copy of x."""


def minibatches(x, y, size, rng):
    x = rng.permutation(x)
    for start in range(0, len(x), size):
        yield x[start : start + size], y[start : start + size]
