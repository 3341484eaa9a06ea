"""Copies, in the old order."""


def repair_shuffle(x, y, rng):
    return x.copy(), y.copy()
