"""Sums over the filters."""


def conv2d_backward_b(dout):
    return dout.sum(axis=(1, 2, 3))
