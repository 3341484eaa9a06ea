"""Takes 1 + d + d * d / 2 for exp."""

import numpy as np


def decode_boxes(anchors, deltas):
    size = anchors[:, 2:] - anchors[:, :2]
    center = (anchors[:, :2] + anchors[:, 2:]) / 2 + deltas[:, :2] * size
    d = deltas[:, 2:]
    half = size * (1 + d + d**2 / 2) / 2
    return np.concatenate([center - half, center + half], axis=1)
