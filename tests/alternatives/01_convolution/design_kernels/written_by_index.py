"""Fills zeros in by index, with Scharr's numbers divided by their sum."""

import numpy as np


def design_kernels():
    names = ["identity", "blur", "vertical_edge", "horizontal_edge", "sharpen"]
    kernels = {name: np.zeros((3, 3)) for name in names}
    kernels["identity"][1, 1] = 1
    kernels["blur"][:] = 1 / 9
    for a, weight in enumerate((3 / 32, 10 / 32, 3 / 32)):
        kernels["vertical_edge"][a, 2] = weight
        kernels["vertical_edge"][a, 0] = -weight
        kernels["horizontal_edge"][0, a] = weight
        kernels["horizontal_edge"][2, a] = -weight
    kernels["sharpen"] += 2 * kernels["identity"] - kernels["blur"]
    return kernels
