"""Multiplies the two as matrices."""


def window_dot(patch, kernel, bias=0.0):
    return patch @ kernel + bias
