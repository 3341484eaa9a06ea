"""Averages over the images afterwards."""


def channel_mean_var(x):
    mean = x.mean(axis=(1, 2)).mean(axis=0)
    var = x.var(axis=(1, 2)).mean(axis=0)
    return mean, var
