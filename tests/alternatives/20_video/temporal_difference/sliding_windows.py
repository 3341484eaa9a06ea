"""Windows of two."""

import numpy as np


def temporal_difference(clip):
    pairs = np.lib.stride_tricks.sliding_window_view(clip.astype("f8"), 2, axis=0)
    return pairs[..., 1] - pairs[..., 0]
