"""How much it changes, not which way."""

import numpy as np


def temporal_difference(clip):
    clip = clip.astype(float)
    return np.abs(clip[1:] - clip[:-1])
