"""Forgets the batch."""


def flatten_backward(dout, xshape):
    return dout[0].reshape(xshape[1:])
