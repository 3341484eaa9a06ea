"""Sums along the last axis only."""


def window_dot(patch, kernel, bias=0.0):
    return (patch * kernel).sum(axis=-1) + bias
