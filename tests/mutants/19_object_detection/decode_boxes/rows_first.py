"""Reads the deltas with y first."""

import numpy as np


def decode_boxes(anchors, deltas):
    x1, y1, x2, y2 = anchors.T
    dy, dx, dh, dw = deltas.T
    w = x2 - x1
    h = y2 - y1
    cx = x1 + w / 2 + dx * w
    cy = y1 + h / 2 + dy * h
    new_w = w * np.exp(dw)
    new_h = h * np.exp(dh)
    return np.stack([cx - new_w / 2, cy - new_h / 2, cx + new_w / 2, cy + new_h / 2], axis=1)
