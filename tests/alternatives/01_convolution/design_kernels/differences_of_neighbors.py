"""The plain difference of two neighbors, right minus left; a blur that keeps most of the pixel."""

import numpy as np


def design_kernels():
    return {
        "identity": np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]], dtype=np.int8),
        "blur": np.array([[1, 1, 1], [1, 12, 1], [1, 1, 1]]) / 20,
        "vertical_edge": np.array([[0, 0, 0], [0, -1, 1], [0, 0, 0]], dtype=np.int8),
        "horizontal_edge": np.array([[0, -0.5, 0], [0, 0, 0], [0, 0.5, 0]]),
        "sharpen": np.array([[0, 0, 0], [-0.5, 2, -0.5], [0, 0, 0]]),
    }
