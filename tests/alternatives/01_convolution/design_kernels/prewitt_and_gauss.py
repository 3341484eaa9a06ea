"""Prewitt's kernels, bright side first; a Gaussian of 1, 2, 1; all eight neighbors."""

import numpy as np


def design_kernels():
    return {
        "identity": np.pad([[1.0]], 1),
        "blur": np.outer([1, 2, 1], [1, 2, 1]) / 16,
        "vertical_edge": np.outer([1, 1, 1], [1, 0, -1]),
        "horizontal_edge": np.outer([1, 0, -1], [1, 1, 1]),
        "sharpen": np.array([[-1.0, -1.0, -1.0], [-1.0, 9.0, -1.0], [-1.0, -1.0, -1.0]]),
    }
