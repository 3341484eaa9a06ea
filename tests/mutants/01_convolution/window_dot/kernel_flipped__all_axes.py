"""Flips every axis of the kernel, the channels too."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return np.sum(patch * np.flip(kernel)) + bias
