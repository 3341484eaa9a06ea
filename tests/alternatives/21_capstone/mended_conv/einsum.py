"""All windows at once."""

import numpy as np


def mended_conv(x, w, b):
    windows = np.lib.stride_tricks.sliding_window_view(x, w.shape[:2], (1, 2))
    return np.einsum("nijcab,abcf->nijf", windows, w) + b
