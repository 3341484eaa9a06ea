"""Flags for what is gone, rows of IoU at once."""

import numpy as np


def nms(boxes, scores, threshold):
    x1, y1, x2, y2 = np.asarray(boxes, dtype=float).T
    areas = (x2 - x1) * (y2 - y1)
    alive = np.ones(len(scores), dtype=bool)
    kept = []
    while alive.any():
        best = int(np.where(alive, scores, -np.inf).argmax())
        kept.append(best)
        w = np.clip(np.minimum(x2[best], x2) - np.maximum(x1[best], x1), 0, None)
        h = np.clip(np.minimum(y2[best], y2) - np.maximum(y1[best], y1), 0, None)
        alive &= w * h / (areas[best] + areas - w * h) <= threshold
        alive[best] = False
    return np.array(kept)
