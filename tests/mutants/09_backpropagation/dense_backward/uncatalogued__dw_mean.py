"""Divides dw by N."""


def dense_backward(dout, x, w):
    dx = dout @ w.T
    dw = x.T @ dout / len(x)
    db = dout.sum(axis=0)
    return dx, dw, db
