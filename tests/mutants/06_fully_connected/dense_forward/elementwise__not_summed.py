"""The products are not added up."""


def dense_forward(x, w, b):
    return x[:, :, None] * w[None, :, :] + b
