"""Everything in float32, and edges scaled down to a millionth."""

import numpy as np


def design_kernels():
    return {
        "identity": np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]], np.float32),
        "blur": np.full((3, 3), 1 / 9, np.float32),
        "vertical_edge": np.array([[-3, 0, 3], [-10, 0, 10], [-3, 0, 3]], np.float32) * 1e-6,
        "horizontal_edge": np.array([[-3, -10, -3], [0, 0, 0], [3, 10, 3]], np.float32) * 1e-6,
        "sharpen": np.array([[0, -0.1, 0], [-0.1, 1.4, -0.1], [0, -0.1, 0]], np.float32),
    }
