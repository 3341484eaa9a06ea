"""Each truth takes the box that fits best."""

import numpy as np


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def average_precision(boxes, scores, truths, threshold=0.5):
    rows = []
    for own, sure, there in zip(boxes, scores, truths):
        hits = set()
        for truth in there:
            overlaps = [overlap(box, truth) for box in own]
            if overlaps and max(overlaps) >= threshold:
                hits.add(int(np.argmax(overlaps)))
        rows += [(sure[k], k in hits) for k in range(len(own))]
    rows.sort(key=lambda row: row[0], reverse=True)
    hits = np.array([hit for _, hit in rows], dtype=float)
    if len(hits) == 0:
        return 0.0
    count = sum(len(there) for there in truths)
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    precision = np.maximum.accumulate(precision[::-1])[::-1]
    return np.sum(precision * hits) / count
