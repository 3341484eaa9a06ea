"""A column for each image."""


def flatten(x):
    return x.reshape(len(x), -1).T
