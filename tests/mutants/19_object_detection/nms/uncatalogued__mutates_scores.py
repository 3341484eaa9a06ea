"""Sets the scores of what is gone to -1, in the array it was given."""

import numpy as np


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def nms(boxes, scores, threshold):
    kept = []
    while scores.max() >= 0:
        best = int(scores.argmax())
        kept.append(best)
        scores[best] = -1
        for i in range(len(scores)):
            if scores[i] >= 0 and overlap(boxes[best], boxes[i]) > threshold:
                scores[i] = -1
    return np.array(kept)
