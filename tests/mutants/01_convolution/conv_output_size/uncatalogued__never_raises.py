"""Gives zero or less for a kernel that does not fit."""


def conv_output_size(n, k, stride=1, pad=0):
    return (n + 2 * pad - k) // stride + 1
