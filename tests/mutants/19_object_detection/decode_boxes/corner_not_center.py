"""Moves the corner and lets the box grow from it."""

import numpy as np


def decode_boxes(anchors, deltas):
    x1, y1, x2, y2 = anchors.T
    dx, dy, dw, dh = deltas.T
    w = x2 - x1
    h = y2 - y1
    new_w = w * np.exp(dw)
    new_h = h * np.exp(dh)
    return np.stack([x1 + dx * w, y1 + dy * h, x1 + dx * w + new_w, y1 + dy * h + new_h], axis=1)
