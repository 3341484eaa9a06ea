"""A matrix for each box."""

import numpy as np


def decode_boxes(anchors, deltas):
    to_center = np.array([[0.5, 0, -1, 0], [0, 0.5, 0, -1], [0.5, 0, 1, 0], [0, 0.5, 0, 1]])
    cxywh = anchors @ to_center
    cxywh[:, :2] += deltas[:, :2] * cxywh[:, 2:]
    cxywh[:, 2:] *= np.exp(deltas[:, 2:])
    return cxywh @ np.linalg.inv(to_center)
