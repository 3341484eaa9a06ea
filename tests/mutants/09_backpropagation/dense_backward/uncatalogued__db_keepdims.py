"""Keeps an axis in db."""


def dense_backward(dout, x, w):
    dx = dout @ w.T
    dw = x.T @ dout
    db = dout.sum(axis=0, keepdims=True)
    return dx, dw, db
