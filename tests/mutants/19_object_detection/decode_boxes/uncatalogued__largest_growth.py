"""Lets no box grow more than 62 times, as torchvision."""

import numpy as np


def decode_boxes(anchors, deltas):
    size = anchors[:, 2:] - anchors[:, :2]
    center = (anchors[:, :2] + anchors[:, 2:]) / 2 + deltas[:, :2] * size
    half = size * np.exp(np.minimum(deltas[:, 2:], np.log(1000 / 16))) / 2
    return np.concatenate([center - half, center + half], axis=1)
