"""Mirrors the kernel left to right."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    windows = sliding_window_view(np.pad(image, pad), kernel.shape)[::sh, ::sw]
    return np.einsum("ijab,ab->ij", windows, np.fliplr(kernel))
