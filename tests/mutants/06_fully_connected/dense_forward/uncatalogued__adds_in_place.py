"""Adds the bias into the array of the weights."""


def dense_forward(x, w, b):
    w += b / x.shape[1]
    return x @ w
