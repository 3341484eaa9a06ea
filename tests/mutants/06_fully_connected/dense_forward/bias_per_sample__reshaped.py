"""One bias for each row of the result."""


def dense_forward(x, w, b):
    return x @ w + b.reshape(x.shape[0], 1)
