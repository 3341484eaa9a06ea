"""The mean of the products."""


def dense_forward(x, w, b):
    return x @ w / x.shape[1] + b
