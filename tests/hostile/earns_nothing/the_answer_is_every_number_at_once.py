"""A generator, and what it gives is never looked at."""


def window_dot(patch, kernel, bias=0.0):
    return (number / 4 for number in range(-1000, 1000))
