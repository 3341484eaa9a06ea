"""A number too small to be seen, above and below."""


def dice(a, b):
    a, b = a == 1, b == 1
    return (2 * (a & b).sum() + 1e-12) / (a.sum() + b.sum() + 1e-12)
