"""Ends added to both curves, as contest programs have it."""

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
            overlaps = [overlap(own[k], truth) for truth in there]
            best = int(np.argmax(overlaps)) if overlaps else -1
            hit = best >= 0 and overlaps[best] >= threshold and best not in taken
            if hit:
                taken.add(best)
            rows.append((sure[k], hit))
    rows.sort(key=lambda row: row[0], reverse=True)
    hits = np.array([hit for _, hit in rows], dtype=float)
    count = sum(len(there) for there in truths)
    if len(hits) == 0:
        return 0.0
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    recall = np.cumsum(hits) / count
    recall = np.concatenate([[0.0], recall, [1.0]])
    precision = np.concatenate([[0.0], precision, [0.0]])
    for i in range(len(precision) - 1, 0, -1):
        precision[i - 1] = max(precision[i - 1], precision[i])
    steps = np.where(recall[1:] != recall[:-1])[0]
    return np.sum((recall[steps + 1] - recall[steps]) * precision[steps + 1])
