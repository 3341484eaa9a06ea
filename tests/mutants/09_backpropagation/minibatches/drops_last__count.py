"""Counts full batches only."""


def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    for k in range(len(x) // size):
        part = order[k * size : (k + 1) * size]
        yield x[part], y[part]
