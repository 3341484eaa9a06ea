"""The channels come first."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.reshape(c, h, wd, -1)
