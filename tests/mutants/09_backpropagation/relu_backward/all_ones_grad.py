"""Leaves dout out."""


def relu_backward(dout, x):
    return (x > 0).astype(float)
