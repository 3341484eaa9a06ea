"""Cuts the numbers into rows, which mixes the channels."""


def global_avg_pool(x):
    n, h, w, c = x.shape
    return x.reshape(n, c, h * w).mean(axis=2)
