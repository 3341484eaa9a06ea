"""All images in one column."""


def flatten(x):
    return x.reshape(-1, 1)
