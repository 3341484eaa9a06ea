"""Clips b to a."""

import numpy as np


def iou(a, b):
    a, b = np.array(a, dtype=float), np.array(b, dtype=float)
    c = np.clip(b.reshape(2, 2), a[:2], a[2:])
    shared = np.diff(c, axis=0).prod()
    area = [np.diff(v.reshape(2, 2), axis=0).prod() for v in (a, b)]
    return np.array([shared / (sum(area) - shared)])
