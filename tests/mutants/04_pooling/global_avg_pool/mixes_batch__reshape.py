"""Lays all pixels of all images in one column."""


def global_avg_pool(x):
    return x.reshape(-1, x.shape[-1]).mean(axis=0)
