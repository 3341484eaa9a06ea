"""Reads the rate as the share that stays."""


def spatial_dropout(x, rate, rng):
    n, h, w, c = x.shape
    if rate == 0:
        return x.copy()
    return x * (rng.random((n, 1, 1, c)) < rate) / rate
