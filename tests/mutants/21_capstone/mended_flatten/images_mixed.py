"""The batch goes last."""


def mended_flatten(x):
    return x.reshape(-1, len(x)).T
