"""All zeros: a flat wall turns black, and so does everything else."""

import numpy as np


def design_kernels():
    return {
        "identity": np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]]),
        "blur": np.ones((3, 3)) / 9,
        "vertical_edge": np.zeros((3, 3)),
        "horizontal_edge": np.zeros((3, 3)),
        "sharpen": np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    }
