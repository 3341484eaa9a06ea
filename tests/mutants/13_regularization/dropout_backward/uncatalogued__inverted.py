"""Lets through what was dropped."""


def dropout_backward(dout, mask):
    return dout * (mask == 0) * mask.max()
