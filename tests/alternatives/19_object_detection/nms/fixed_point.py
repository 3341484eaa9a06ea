"""Each box waits until all better ones are decided."""

import numpy as np


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def nms(boxes, scores, threshold):
    n = len(boxes)
    state = [None] * n
    while None in state:
        for i in range(n):
            better = [
                j
                for j in range(n)
                if scores[j] > scores[i] and overlap(boxes[i], boxes[j]) > threshold
            ]
            if any(state[j] for j in better):
                state[i] = False
            elif all(state[j] is False for j in better):
                state[i] = True
    kept = np.flatnonzero(state)
    return kept[np.argsort(scores[kept])[::-1]].astype(np.int32)
