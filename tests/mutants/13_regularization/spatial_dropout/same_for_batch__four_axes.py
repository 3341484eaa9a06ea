"""Draws a mask with one entry for the batch."""


def spatial_dropout(x, rate, rng):
    n, h, w, c = x.shape
    mask = rng.binomial(1, 1 - rate, (1, 1, 1, c)) / (1 - rate)
    return x * mask
