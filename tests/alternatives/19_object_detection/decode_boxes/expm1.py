"""How far each side moves."""

import numpy as np


def decode_boxes(anchors, deltas):
    a = np.asarray(anchors, dtype=np.float64)
    size = np.tile(a[:, 2:] - a[:, :2], 2)
    moved = np.tile(deltas[:, :2], 2)
    grown = np.expm1(np.tile(deltas[:, 2:], 2)) / 2 * [-1, -1, 1, 1]
    return a + size * (moved + grown)
