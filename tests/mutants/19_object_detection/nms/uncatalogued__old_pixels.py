"""Malisiewicz's program: + 1, and the share of the other box."""

import numpy as np


def nms(boxes, scores, threshold):
    x1, y1, x2, y2 = boxes.T.astype(float)
    area = (x2 - x1 + 1) * (y2 - y1 + 1)
    order = np.argsort(scores)
    kept = []
    while len(order):
        i = order[-1]
        kept.append(i)
        rest = order[:-1]
        w = np.maximum(0, np.minimum(x2[i], x2[rest]) - np.maximum(x1[i], x1[rest]) + 1)
        h = np.maximum(0, np.minimum(y2[i], y2[rest]) - np.maximum(y1[i], y1[rest]) + 1)
        order = rest[w * h / area[rest] <= threshold]
    return np.array(kept)
