"""As pixels are mirrored."""

import numpy as np


def flip_boxes(boxes, width):
    x1, y1, x2, y2 = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
    return np.stack([width - 1 - x2, y1, width - 1 - x1, y2], axis=1)
