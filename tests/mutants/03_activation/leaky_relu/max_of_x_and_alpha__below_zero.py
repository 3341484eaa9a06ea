"""Negative numbers become `alpha`."""


def leaky_relu(x, alpha=0.01):
    out = x.astype(float)
    out[out < 0] = alpha
    return out
