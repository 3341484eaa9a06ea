"""Keeps the largest product in a loop."""


def window_dot(patch, kernel, bias=0.0):
    best = float("-inf")
    for p, k in zip(patch.ravel(), kernel.ravel()):
        best = max(best, p * k)
    return best + bias
