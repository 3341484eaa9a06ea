"""The first frame has nothing before it, so it gets zeros."""

import numpy as np


def temporal_difference(clip):
    out = np.zeros(clip.shape)
    for t in range(1, len(clip)):
        out[t] = clip[t].astype(float) - clip[t - 1]
    return out
