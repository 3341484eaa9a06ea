"""Gives the slopes back as they came."""


def flatten_backward(dout, xshape):
    return dout.copy()
