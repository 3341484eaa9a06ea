"""Drops the rest."""


def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    batches = []
    for start in range(0, len(x) - size + 1, size):
        part = order[start : start + size]
        batches.append((x[part], y[part]))
    return batches
