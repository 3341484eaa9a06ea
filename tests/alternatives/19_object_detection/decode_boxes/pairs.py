"""x and y together."""

import numpy as np


def decode_boxes(anchors, deltas):
    low, high = anchors[:, :2].astype(float), anchors[:, 2:].astype(float)
    center = 0.5 * (low + high) + deltas[:, :2] * (high - low)
    half = 0.5 * (high - low) * np.exp(deltas[:, 2:])
    return np.hstack([center - half, center + half])
