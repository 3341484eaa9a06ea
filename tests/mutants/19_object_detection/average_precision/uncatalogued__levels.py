"""Tries a thousand thresholds from 0 to 1 for the scores."""

import numpy as np


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def average_precision(boxes, scores, truths, threshold=0.5):
    rows = []
    for own, sure, there in zip(boxes, scores, truths):
        taken = set()
        for k in np.argsort(-sure):
            fits = [overlap(own[k], truth) for truth in there]
            best = int(np.argmax(fits)) if fits else -1
            hit = best >= 0 and fits[best] >= threshold and best not in taken
            if hit:
                taken.add(best)
            rows.append((float(sure[k]), hit))
    count = sum(len(there) for there in truths)
    curve = []
    for level in np.linspace(1, 0, 1001):
        hits = [hit for score, hit in rows if score >= level - 1e-9]
        if hits:
            curve.append((sum(hits) / count, sum(hits) / len(hits)))
    area, before = 0.0, 0.0
    for i, (recall, _) in enumerate(curve):
        area += (recall - before) * max(p for _, p in curve[i:])
        before = recall
    return area
