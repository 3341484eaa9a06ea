"""The bias is added once for each input."""


def dense_forward(x, w, b):
    return x @ w + b * x.shape[1]
