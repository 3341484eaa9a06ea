"""All biases are added to each output."""


def dense_forward(x, w, b):
    return x @ w + b.sum()
