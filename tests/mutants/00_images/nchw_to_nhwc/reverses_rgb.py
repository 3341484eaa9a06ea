"""Puts blue first, as some libraries store it."""


def nchw_to_nhwc(x):
    return x.transpose(0, 2, 3, 1)[..., ::-1]
