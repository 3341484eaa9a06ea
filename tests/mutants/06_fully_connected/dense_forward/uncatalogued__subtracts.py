"""Takes the bias off."""


def dense_forward(x, w, b):
    return x @ w - b
