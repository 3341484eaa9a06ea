"""Keeps five boxes at most."""

import numpy as np


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def nms(boxes, scores, threshold):
    left = list(np.argsort(-scores))
    kept = []
    while left and len(kept) < 5:
        best = left.pop(0)
        kept.append(best)
        left = [i for i in left if overlap(boxes[best], boxes[i]) <= threshold]
    return np.array(kept)
