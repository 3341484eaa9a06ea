"""Turns the bias into a float, which refuses a bias of shape (1,)."""

import math

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    if not isinstance(bias, (int, float)):
        raise TypeError("the bias must be a number")
    return math.fsum(np.ravel(patch * kernel)) + bias
