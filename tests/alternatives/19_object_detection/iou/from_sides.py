"""The overlap from the widths and the span of both."""

import numpy as np


def iou(a, b):
    pair = np.array([a, b], dtype=float)
    size = pair[:, 2:] - pair[:, :2]
    span = pair[:, 2:].max(axis=0) - pair[:, :2].min(axis=0)
    shared = np.maximum(size.sum(axis=0) - span, 0)
    shared = np.minimum(shared, size.min(axis=0)).prod()
    return shared / (size.prod(axis=1).sum() - shared)
