"""Detectors of thin lines, which answer to both sides of an edge; the blur is smeared sideways."""

import numpy as np


def design_kernels():
    return {
        "identity": np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]]),
        "blur": np.array([[0, 0, 0], [1, 1, 1], [0, 0, 0]]) / 3,
        "vertical_edge": np.array([[-1, 2, -1], [-1, 2, -1], [-1, 2, -1]]),
        "horizontal_edge": np.array([[-1, -1, -1], [2, 2, 2], [-1, -1, -1]]),
        "sharpen": np.array([[-1, -2, -1], [-2, 28, -2], [-1, -2, -1]]) / 16,
    }
