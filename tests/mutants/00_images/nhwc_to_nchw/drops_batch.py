"""Converts one image instead of a batch of them."""


def nhwc_to_nchw(x):
    return x[0].transpose(2, 0, 1)
