"""Bytes with a sign hold no change above 127."""

import numpy as np


def temporal_difference(clip):
    if clip.dtype == np.uint8:
        clip = clip.astype(np.int8)
    return np.diff(clip, axis=0).astype(float)
