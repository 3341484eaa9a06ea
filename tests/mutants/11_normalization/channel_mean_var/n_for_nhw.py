"""Divides by the number of images."""


def channel_mean_var(x):
    n = x.shape[0]
    mean = x.sum(axis=(0, 1, 2)) / n
    var = ((x - mean) ** 2).sum(axis=(0, 1, 2)) / n
    return mean, var
