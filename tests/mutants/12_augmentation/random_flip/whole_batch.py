"""One draw for the batch."""


def random_flip(x, rng, p):
    return x[:, :, ::-1].copy() if rng.random() < p else x.copy()
