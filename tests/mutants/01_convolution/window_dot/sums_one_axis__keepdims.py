"""Sums along axis 1 and keeps it."""


def window_dot(patch, kernel, bias=0.0):
    products = patch * kernel
    return products.sum(axis=1, keepdims=True) + bias
