"""Strips of zeros, joined to the images on each side."""

import numpy as np


def both_sides(x, before, after, axis):
    shape = list(x.shape)
    strips = []
    for width in (before, after):
        shape[axis] = width
        strips.append(np.zeros(shape, x.dtype))
    return np.concatenate([strips[0], x, strips[1]], axis=axis)


def zero_pad2d(x, pad):
    if np.isscalar(pad):
        pad = (pad,) * 2
    rows, columns = [p if np.iterable(p) else (p, p) for p in pad]
    return both_sides(both_sides(x, *rows, axis=1), *columns, axis=2)
