"""One vector for the whole batch."""


def flatten(x):
    return x.reshape(-1)
