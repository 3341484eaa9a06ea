"""Looks at the sum of all overlaps with what is kept."""

import numpy as np


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def nms(boxes, scores, threshold):
    kept = []
    for i in np.argsort(-scores):
        if sum(overlap(boxes[i], boxes[j]) for j in kept) <= threshold:
            kept.append(i)
    return np.array(kept)
