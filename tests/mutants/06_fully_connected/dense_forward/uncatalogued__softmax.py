"""Divides each row by its sum."""


def dense_forward(x, w, b):
    out = x @ w + b
    return out / out.sum(axis=1, keepdims=True)
