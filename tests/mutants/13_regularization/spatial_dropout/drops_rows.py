"""Drops whole rows of each image."""


def spatial_dropout(x, rate, rng):
    n, h, w, c = x.shape
    mask = (rng.random((n, h, 1, 1)) >= rate) / (1 - rate)
    return x * mask
