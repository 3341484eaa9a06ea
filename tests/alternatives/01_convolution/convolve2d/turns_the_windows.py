"""Turns every window and leaves the kernel as it is."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def convolve2d(image, kernel):
    windows = sliding_window_view(image, kernel.shape)[:, :, ::-1, ::-1]
    return np.einsum("ijab,ab->ij", windows, kernel)
