"""A loop over boxes."""

import math

import numpy as np


def decode_boxes(anchors, deltas):
    out = []
    for (x1, y1, x2, y2), (dx, dy, dw, dh) in zip(anchors, deltas):
        w, h = x2 - x1, y2 - y1
        cx, cy = (x1 + x2) / 2 + dx * w, (y1 + y2) / 2 + dy * h
        w, h = w * math.exp(dw), h * math.exp(dh)
        out.append([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2])
    return np.array(out)
