"""Lets everything pass."""


def relu_backward(dout, x):
    return dout.astype(float)
