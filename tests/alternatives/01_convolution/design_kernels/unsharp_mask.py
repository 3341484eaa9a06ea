"""Builds each kernel from others: sharpening is twice the image minus its Gaussian blur."""

import numpy as np


def design_kernels():
    identity = np.zeros((3, 3))
    identity[1, 1] = 1
    bell = np.exp(-0.5 * np.array([-1.0, 0.0, 1.0]) ** 2 / 0.8**2)
    blur = np.outer(bell, bell)
    blur /= blur.sum()
    slope = np.outer(bell / bell.sum(), [-0.5, 0.0, 0.5])
    return dict(
        sharpen=2 * identity - blur,
        horizontal_edge=slope.T,
        vertical_edge=slope,
        blur=blur,
        identity=identity,
    )
