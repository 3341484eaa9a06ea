"""Tables of IoU."""

import numpy as np


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def average_precision(boxes, scores, truths, threshold=0.5):
    hits = [np.zeros(len(own), dtype=int) for own in boxes]
    for image, (own, sure, there) in enumerate(zip(boxes, scores, truths)):
        if not len(own) or not len(there):
            continue
        table = np.array([[overlap(a, b) for b in there] for a in own])
        table[table < threshold] = 0
        for n in range(len(there)):
            fit = np.flatnonzero(table[:, n])
            if len(fit):
                hits[image][fit[np.argmax(sure[fit])]] = 1
    order = np.argsort(-np.concatenate(scores))
    hit = np.concatenate(hits)[order]
    if hit.size == 0:
        return 0
    p = hit.cumsum() / (np.arange(hit.size) + 1)
    return np.float64(np.maximum.accumulate(p[::-1])[::-1] @ hit / sum(map(len, truths)))
