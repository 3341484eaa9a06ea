"""Drops each number on its own."""


def spatial_dropout(x, rate, rng):
    mask = (rng.random(x.shape) >= rate) / (1 - rate)
    return x * mask
