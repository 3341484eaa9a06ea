"""For each number of hits, the best precision that reaches it."""

import numpy as np


def overlap(a, b):
    w = max(0, min(a[2], b[2]) - max(a[0], b[0]))
    h = max(0, min(a[3], b[3]) - max(a[1], b[1]))
    both = w * h
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def average_precision(boxes, scores, truths, threshold=0.5):
    rows = []
    for own, sure, there in zip(boxes, scores, truths):
        free = list(range(len(there)))
        for k in np.argsort(sure)[::-1]:
            n = next((n for n in free if overlap(own[k], there[n]) >= threshold), None)
            if n is not None:
                free.remove(n)
            rows.append((sure[k], n is not None))
    rows = sorted(rows, reverse=True)
    count = np.cumsum([hit for _, hit in rows])
    precision = count / np.arange(1, len(rows) + 1)
    m = sum(len(there) for there in truths)
    return sum(np.max(precision[count >= level], initial=0) for level in range(1, m + 1)) / m
