"""All images in one row."""


def flatten(x):
    return x.reshape(1, -1)
