"""A 1x1 kernel for what is flat already."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.reshape(1, 1, h * wd * c, -1)
