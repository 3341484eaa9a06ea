"""Sums over rows and columns and leaves one number for each channel."""


def window_dot(patch, kernel, bias=0.0):
    return (patch * kernel).sum(axis=(0, 1)) + bias
