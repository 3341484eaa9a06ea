"""Divides by the number of images, from the right mean."""


def channel_mean_var(x):
    n = len(x)
    squares = (x - x.mean(axis=(0, 1, 2))) ** 2
    return x.sum(axis=(0, 1, 2)) / n, squares.sum(axis=(0, 1, 2)) / n
