"""Reads filters first, without turning the weights."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.reshape(-1, h, wd, c).transpose(1, 2, 3, 0)
