"""Reads columns first, then turns them."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.reshape(wd, h, c, -1).transpose(1, 0, 2, 3)
