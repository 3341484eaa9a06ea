"""Exchanges rows and columns."""


def flatten_backward(dout, xshape):
    n, h, w, c = xshape
    return dout.reshape(n, w, h, c).transpose(0, 2, 1, 3)
