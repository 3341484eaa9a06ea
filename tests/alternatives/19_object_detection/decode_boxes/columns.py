"""One column after the other."""

import numpy as np


def decode_boxes(anchors, deltas):
    w = anchors[:, 2] - anchors[:, 0]
    h = anchors[:, 3] - anchors[:, 1]
    cx = anchors[:, 0] + w / 2 + deltas[:, 0] * w
    cy = anchors[:, 1] + h / 2 + deltas[:, 1] * h
    w, h = w * np.exp(deltas[:, 2]), h * np.exp(deltas[:, 3])
    return np.stack([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2], axis=1)
