"""A mask."""


def random_flip(x, rng, p):
    out = x.copy()
    flips = rng.random(len(x)) < p
    out[flips] = out[flips][:, :, ::-1]
    return out
