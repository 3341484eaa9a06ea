"""Writes into the anchors."""

import numpy as np


def decode_boxes(anchors, deltas):
    size = anchors[:, 2:] - anchors[:, :2]
    center = (anchors[:, :2] + anchors[:, 2:]) / 2 + deltas[:, :2] * size
    half = size * np.exp(deltas[:, 2:]) / 2
    anchors[:, :2] = center - half
    anchors[:, 2:] = center + half
    return anchors
