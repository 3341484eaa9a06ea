"""One minus Dice."""


def dice(a, b):
    a, b = a == 1, b == 1
    t = a.sum() + b.sum()
    return 1 - 2 * (a & b).sum() / t if t else 0.0
