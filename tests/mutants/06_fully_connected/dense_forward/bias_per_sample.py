"""The bias is chosen by the image."""


def dense_forward(x, w, b):
    out = x @ w
    for n in range(len(x)):
        out[n] = out[n] + b[n]
    return out
