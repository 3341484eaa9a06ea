"""The corner moves by the shift and half of the growth."""

import numpy as np


def decode_boxes(anchors, deltas):
    size = anchors[:, 2:] - anchors[:, :2]
    new = np.exp(deltas[:, 2:]) * size
    low = anchors[:, :2] + deltas[:, :2] * size - (new - size) / 2
    return np.concatenate((low, low + new), axis=1)
