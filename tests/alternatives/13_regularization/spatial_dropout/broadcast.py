"""A mask that is stretched over rows and columns."""


def spatial_dropout(x, rate, rng):
    n, h, w, c = x.shape
    return x * (rng.random((n, 1, 1, c)) >= rate) / (1 - rate)
