"""Drops a pixel through all channels."""


def spatial_dropout(x, rate, rng):
    mask = (rng.random((*x.shape[:3], 1)) >= rate) / (1 - rate)
    return x * mask
