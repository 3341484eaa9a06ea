"""Reads the weights as they lie in memory, which is another order when they were turned."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.reshape((h, wd, c, w.shape[1]), order="A")
