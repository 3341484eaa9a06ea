"""Two of the four neighbors are added that should be taken off."""

import numpy as np


def design_kernels():
    return {
        "identity": np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]]),
        "blur": np.ones((3, 3)) / 9,
        "vertical_edge": np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
        "horizontal_edge": np.array([[-1, -2, -1], [0, 0, 0], [1, 2, 1]]),
        "sharpen": np.array([[0, -1, 0], [1, 1, 1], [0, -1, 0]]),
    }
