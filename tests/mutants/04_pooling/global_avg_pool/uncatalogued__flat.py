"""Gives one long row."""


def global_avg_pool(x):
    return x.mean(axis=(1, 2)).ravel()
