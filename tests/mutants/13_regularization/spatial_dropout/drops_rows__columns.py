"""Drops columns: it takes axis 1 for the channels."""


def spatial_dropout(x, rate, rng):
    n, h, w, c = x.shape
    mask = (rng.random((n, 1, w, 1)) >= rate) / (1 - rate)
    return x * mask
