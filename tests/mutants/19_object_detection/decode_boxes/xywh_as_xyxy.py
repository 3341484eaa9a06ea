"""Reads the anchors as corner and size."""

import numpy as np


def decode_boxes(anchors, deltas):
    x1, y1, w, h = anchors.T
    dx, dy, dw, dh = deltas.T
    cx = x1 + w / 2 + dx * w
    cy = y1 + h / 2 + dy * h
    new_w = w * np.exp(dw)
    new_h = h * np.exp(dh)
    return np.stack([cx - new_w / 2, cy - new_h / 2, cx + new_w / 2, cy + new_h / 2], axis=1)
