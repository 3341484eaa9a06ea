"""It works in the clip of the caller."""

import numpy as np


def temporal_difference(clip):
    if clip.dtype == np.uint8:
        clip = clip.astype(int)
    for t in range(len(clip) - 1):
        clip[t] = clip[t + 1] - clip[t]
    return clip[:-1].astype(float)
