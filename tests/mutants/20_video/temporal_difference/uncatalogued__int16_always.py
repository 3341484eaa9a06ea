"""Makes int16 of everything."""

import numpy as np


def temporal_difference(clip):
    clip = clip.astype(np.int16)
    return clip[1:] - clip[:-1]
