"""Gives lists of lists, which a correlation cannot ask for their shape."""

import numpy as np


def design_kernels():
    return {
        "identity": [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
        "blur": np.ones((3, 3)) / 9,
        "vertical_edge": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
        "horizontal_edge": [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
        "sharpen": [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
    }
