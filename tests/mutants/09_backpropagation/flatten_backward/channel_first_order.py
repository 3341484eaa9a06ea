"""Puts one map after the other."""


def flatten_backward(dout, xshape):
    n, h, w, c = xshape
    return dout.reshape(n, c, h, w).transpose(0, 2, 3, 1)
