"""Zeros what was dropped in a copy."""


def dropout_backward(dout, mask):
    dx = dout.copy()
    dx[mask == 0] = 0
    return dx
