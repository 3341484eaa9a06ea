"""Adds half of its eight neighbors and takes three times the pixel off."""

import numpy as np


def design_kernels():
    return {
        "identity": np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]]),
        "blur": np.array([[0.5, 0.5, 0.5], [0.5, -3, 0.5], [0.5, 0.5, 0.5]]),
        "vertical_edge": np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
        "horizontal_edge": np.array([[-1, -2, -1], [0, 0, 0], [1, 2, 1]]),
        "sharpen": np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    }
