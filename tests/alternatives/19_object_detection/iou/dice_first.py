"""Dice first, IoU from it."""

import numpy as np


def iou(a, b):
    sides = np.minimum(a[2:], b[2:]) - np.maximum(a[:2], b[:2])
    shared = np.prod(np.where(sides > 0, sides, 0))
    dice = 2 * shared / (np.prod(a[2:] - a[:2]) + np.prod(b[2:] - b[:2]))
    return dice / (2 - dice)
