"""Uses Python's own sum, which adds up along the first axis."""


def window_dot(patch, kernel, bias=0.0):
    return sum(patch * kernel) + bias
