"""Shuffles the inputs."""


def repair_shuffle(x, y, rng):
    order = rng.permutation(len(x))
    x[:] = x[order]
    y[:] = y[order]
    return x, y
