"""Turns the kernels by 180 degrees."""


def dense_as_conv_kernel(w, h, wd, c):
    kernel = w.reshape(h, wd, c, -1)
    return kernel[::-1, ::-1].copy()
