"""The order of PyTorch."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.reshape(h, wd, c, -1).transpose(3, 2, 0, 1)
