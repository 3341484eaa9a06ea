"""Divides by the number of pixels."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.reshape(h, wd, c, -1) / (h * wd)
