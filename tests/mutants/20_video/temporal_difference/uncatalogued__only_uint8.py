"""Knows only one kind of unsigned integers."""

import numpy as np


def temporal_difference(clip):
    if clip.dtype == np.uint8:
        clip = clip.astype(int)
    return clip[1:] - clip[:-1]
