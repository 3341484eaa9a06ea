"""Outputs and channels are exchanged."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.reshape(h, wd, -1, c)
