"""math.fsum over a generator."""

import math


def window_dot(patch, kernel, bias=0.0):
    products = (p * k for p, k in zip(patch.flat, kernel.flat))
    return math.fsum(products) + bias
