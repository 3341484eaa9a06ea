"""A matrix and an offset."""

import numpy as np


def flip_boxes(boxes, width):
    turn = np.array([[0, 0, -1, 0], [0, 1, 0, 0], [-1, 0, 0, 0], [0, 0, 0, 1]])
    return boxes @ turn + np.array([width, 0, width, 0])
