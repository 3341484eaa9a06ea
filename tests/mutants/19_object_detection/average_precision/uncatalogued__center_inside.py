"""A hit is a box whose center lies in the truth."""

import numpy as np


def average_precision(boxes, scores, truths, threshold=0.5):
    rows = []
    for own, sure, there in zip(boxes, scores, truths):
        taken = set()
        for k in np.argsort(-sure):
            cx, cy = (own[k][0] + own[k][2]) / 2, (own[k][1] + own[k][3]) / 2
            hit = False
            for n, (x1, y1, x2, y2) in enumerate(there):
                if x1 < cx < x2 and y1 < cy < y2 and n not in taken:
                    hit = True
                    taken.add(n)
                    break
            rows.append((sure[k], hit))
    if not rows:
        return 0.0
    rows.sort(key=lambda row: -row[0])
    hits = np.array([hit for _, hit in rows], dtype=float)
    precision = hits.cumsum() / np.arange(1, len(hits) + 1)
    precision = np.maximum.accumulate(precision[::-1])[::-1]
    return float((precision * hits).sum() / sum(len(there) for there in truths))
