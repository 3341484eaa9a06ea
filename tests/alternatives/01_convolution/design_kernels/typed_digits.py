"""A Gaussian typed with four digits, and the derivatives of Farid and Simoncelli (2004)."""

import numpy as np


def design_kernels():
    return {
        "identity": np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]]),
        "blur": np.array(
            [[0.0751, 0.1238, 0.0751], [0.1238, 0.2044, 0.1238], [0.0751, 0.1238, 0.0751]]
        ),
        "vertical_edge": np.outer([0.2299, 0.5402, 0.2299], [0.4253, 0, -0.4253]),
        "horizontal_edge": np.outer([0.4253, 0, -0.4253], [0.2299, 0.5402, 0.2299]),
        "sharpen": np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    }
