"""Multiplies by the mask twice."""


def dropout_backward(dout, mask):
    return dout * mask * mask
