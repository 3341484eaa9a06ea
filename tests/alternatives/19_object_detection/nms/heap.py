"""A heap."""

import heapq

import numpy as np


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def nms(boxes, scores, threshold):
    heap = [(-s, i) for i, s in enumerate(scores.tolist())]
    heapq.heapify(heap)
    kept = []
    while heap:
        _, i = heapq.heappop(heap)
        if all(overlap(boxes[i].tolist(), boxes[k].tolist()) <= threshold for k in kept):
            kept.append(i)
    return np.asarray(kept)
