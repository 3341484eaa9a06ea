"""Averages the first image only."""


def global_avg_pool(x):
    return x[:1].mean(axis=(1, 2))
