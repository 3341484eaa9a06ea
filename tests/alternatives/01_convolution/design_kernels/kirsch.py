"""Two of Kirsch's eight compass kernels, which answer to other edges a little."""

import numpy as np


def design_kernels():
    return {
        "identity": np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]]),
        "blur": np.array([[0.5, 1, 0.5], [1, 2, 1], [0.5, 1, 0.5]]) / 8,
        "vertical_edge": np.array([[5, -3, -3], [5, 0, -3], [5, -3, -3]]),
        "horizontal_edge": np.array([[5, 5, 5], [-3, 0, -3], [-3, -3, -3]]),
        "sharpen": 3 * np.pad([[1]], 1) - 2 * np.outer([1, 2, 1], [1, 2, 1]) / 16,
    }
