"""Each kernel is turned over its diagonal."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.reshape(h, wd, c, -1).transpose(1, 0, 2, 3)
