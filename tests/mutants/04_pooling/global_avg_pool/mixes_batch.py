"""Averages the images too."""


def global_avg_pool(x):
    return x.mean(axis=(0, 1, 2))
