"""The filters come first."""


def dense_as_conv_kernel(w, h, wd, c):
    return w.T.reshape(w.shape[1], h, wd, c)
