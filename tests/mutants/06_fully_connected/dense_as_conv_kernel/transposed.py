"""Turns the weights before they are taken apart."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.T.reshape(h, wd, c, -1)
