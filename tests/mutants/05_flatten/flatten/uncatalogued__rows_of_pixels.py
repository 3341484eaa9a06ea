"""A row for each pixel."""


def flatten(x):
    return x.reshape(-1, x.shape[3])
