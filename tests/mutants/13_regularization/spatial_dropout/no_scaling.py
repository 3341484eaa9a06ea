"""Leaves the maps that stay as they were."""


def spatial_dropout(x, rate, rng):
    n, h, w, c = x.shape
    return x * (rng.random((n, 1, 1, c)) >= rate)
