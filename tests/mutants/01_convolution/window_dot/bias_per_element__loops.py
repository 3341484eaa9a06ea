"""Adds the bias inside the loop."""


def window_dot(patch, kernel, bias=0.0):
    total = 0.0
    for p, k in zip(patch.ravel(), kernel.ravel()):
        total += p * k + bias
    return total
