"""Drops whole images."""


def spatial_dropout(x, rate, rng):
    mask = (rng.random((len(x), 1, 1, 1)) >= rate) / (1 - rate)
    return x * mask
