"""Cuts boxes off at 0."""

import numpy as np


def decode_boxes(anchors, deltas):
    size = anchors[:, 2:] - anchors[:, :2]
    center = (anchors[:, :2] + anchors[:, 2:]) / 2 + deltas[:, :2] * size
    half = size * np.exp(deltas[:, 2:]) / 2
    return np.maximum(np.concatenate([center - half, center + half], axis=1), 0)
