"""The trace of a product of matrices is the sum over pairs, channel by channel."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    if patch.ndim == 2:
        patch, kernel = patch[..., None], kernel[..., None]
    channels = range(patch.shape[2])
    return sum(np.trace(patch[:, :, c] @ kernel[:, :, c].T) for c in channels) + bias
