"""The loop ends one input early."""


def dense_forward(x, w, b):
    return x[:, :-1] @ w[:-1] + b
