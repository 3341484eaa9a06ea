"""Height and width are exchanged."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.reshape(wd, h, c, -1)
