"""The channels are turned around."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.reshape(h, wd, c, -1)[:, :, ::-1]
