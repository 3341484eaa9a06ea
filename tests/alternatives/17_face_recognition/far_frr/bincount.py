"""Counts the four outcomes at once."""

import numpy as np


def far_frr(scores, same, threshold):
    acc = scores >= threshold
    c = np.bincount(2 * same + acc, minlength=4).reshape(2, 2)
    t = np.maximum(c.sum(1), 1)
    return float(c[0, 1] / t[0]), float(c[1, 0] / t[1])
