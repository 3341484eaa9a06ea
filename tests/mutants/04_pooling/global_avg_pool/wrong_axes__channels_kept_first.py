"""Averages axes 1 and 3."""


def global_avg_pool(x):
    return x.mean(axis=(1, 3))
