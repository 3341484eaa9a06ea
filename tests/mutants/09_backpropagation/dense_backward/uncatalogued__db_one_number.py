"""Adds everything up."""


def dense_backward(dout, x, w):
    dx = dout @ w.T
    dw = x.T @ dout
    db = dout.sum()
    return dx, dw, db
