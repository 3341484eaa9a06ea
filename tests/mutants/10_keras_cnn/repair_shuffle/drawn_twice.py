"""Drawn with replacement."""


def repair_shuffle(x, y, rng):
    order = rng.integers(0, len(x), len(x))
    return x[order], y[order]
