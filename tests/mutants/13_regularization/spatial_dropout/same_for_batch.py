"""Drops the same maps in all images."""


def spatial_dropout(x, rate, rng):
    mask = (rng.random(x.shape[3]) >= rate) / (1 - rate)
    return x * mask
