"""Writes into a copy of the anchors, which may be of ints."""

import numpy as np


def decode_boxes(anchors, deltas):
    out = anchors.copy()
    size = anchors[:, 2:] - anchors[:, :2]
    center = (anchors[:, :2] + anchors[:, 2:]) / 2 + deltas[:, :2] * size
    half = size * np.exp(deltas[:, 2:]) / 2
    out[:, :2] = center - half
    out[:, 2:] = center + half
    return out
