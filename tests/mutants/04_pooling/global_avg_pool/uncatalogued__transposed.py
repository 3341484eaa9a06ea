"""Gives channels before images."""


def global_avg_pool(x):
    return x.mean(axis=(1, 2)).T
