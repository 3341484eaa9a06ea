"""Draws with replacement."""


def minibatches(x, y, size, rng):
    order = rng.integers(0, len(x), len(x))
    batches = []
    for start in range(0, len(x), size):
        part = order[start : start + size]
        batches.append((x[part], y[part]))
    return batches
