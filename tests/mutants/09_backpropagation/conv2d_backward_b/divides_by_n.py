"""Divides by the number of images."""


def conv2d_backward_b(dout):
    return dout.sum(axis=(0, 1, 2)) / dout.shape[0]
