"""Upside down."""


def random_flip(x, rng, p):
    out = x.copy()
    flips = rng.random(len(x)) < p
    out[flips] = x[flips][:, ::-1]
    return out
