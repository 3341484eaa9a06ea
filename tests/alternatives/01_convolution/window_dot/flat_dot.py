"""The dot product of the numbers in a row."""


def window_dot(patch, kernel, bias=0.0):
    return patch.reshape(-1).astype(float) @ kernel.reshape(-1).astype(float) + bias
