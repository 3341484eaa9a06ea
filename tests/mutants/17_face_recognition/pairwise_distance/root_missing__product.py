"""Expands the square, and stops there."""


def pairwise_distance(a, b):
    a, b = a.astype(float), b.astype(float)
    return (a**2).sum(1)[:, None] + (b**2).sum(1) - 2 * a @ b.T
