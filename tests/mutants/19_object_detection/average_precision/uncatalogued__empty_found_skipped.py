"""Leaves out the truths of an image in which nothing was found."""

import numpy as np


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def average_precision(boxes, scores, truths, threshold=0.5):
    rows, count = [], 0
    for own, sure, there in zip(boxes, scores, truths):
        if len(own) == 0:
            continue
        count += len(there)
        taken = set()
        for k in np.argsort(-sure):
            fits = [overlap(own[k], truth) for truth in there]
            best = int(np.argmax(fits)) if fits else -1
            hit = best >= 0 and fits[best] >= threshold and best not in taken
            if hit:
                taken.add(best)
            rows.append((sure[k], hit))
    if not rows:
        return 0.0
    rows.sort(key=lambda row: -row[0])
    hits = np.array([hit for _, hit in rows], dtype=float)
    precision = hits.cumsum() / np.arange(1, len(hits) + 1)
    precision = np.maximum.accumulate(precision[::-1])[::-1]
    return float((precision * hits).sum() / count)
