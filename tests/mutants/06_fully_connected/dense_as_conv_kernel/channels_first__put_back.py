"""Reads one map after the other."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.reshape(c, h, wd, -1).transpose(1, 2, 0, 3)
