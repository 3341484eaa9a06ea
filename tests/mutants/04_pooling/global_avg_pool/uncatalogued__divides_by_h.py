"""Divides by the height only."""


def global_avg_pool(x):
    return x.sum(axis=(1, 2)) / x.shape[1]
