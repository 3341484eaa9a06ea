"""Averages over the channels."""


def pointwise_conv(x, w):
    return x @ w / x.shape[3]
