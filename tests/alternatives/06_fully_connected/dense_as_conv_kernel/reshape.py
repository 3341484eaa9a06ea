"""Takes the first axis apart."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.reshape(h, wd, c, w.shape[1])
