"""The negative numbers are changed in the array that came in."""


def leaky_relu(x, alpha=0.01):
    if x.dtype.kind == "i":
        x = x.astype(float)
    x[x < 0] *= alpha
    return x
