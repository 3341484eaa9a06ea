"""As many biases as there are images."""


def dense_forward(x, w, b):
    return x @ w + b[: len(x)][:, None]
