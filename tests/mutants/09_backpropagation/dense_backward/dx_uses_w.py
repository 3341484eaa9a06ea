"""Does not transpose w."""


def dense_backward(dout, x, w):
    dx = dout @ w
    dw = x.T @ dout
    db = dout.sum(axis=0)
    return dx, dw, db
