"""Averages axes 2 and 3, as if the channels came first."""


def global_avg_pool(x):
    return x.mean(axis=(2, 3))
