"""Cuts off what follows the point."""


def global_avg_pool(x):
    return x.mean(axis=(1, 2)).astype(int)
