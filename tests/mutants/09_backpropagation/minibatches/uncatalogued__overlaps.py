"""Has one example too many in each batch."""


def minibatches(x, y, size, rng):
    order = rng.permutation(len(x))
    batches = []
    for start in range(0, len(x), size):
        part = order[start : start + size + 1]
        batches.append((x[part], y[part]))
    return batches
