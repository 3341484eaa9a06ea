"""Drops rows of each channel."""


def spatial_dropout(x, rate, rng):
    n, h, w, c = x.shape
    mask = (rng.random((n, h, 1, c)) >= rate) / (1 - rate)
    return x * mask
