"""Shuffles one of the two."""


def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    batches = []
    for start in range(0, len(x), size):
        part = order[start : start + size]
        batches.append((x[part], y[start : start + size]))
    return batches
