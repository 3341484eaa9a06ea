"""Roll, then the first frame off."""

import numpy as np


def temporal_difference(clip):
    x = clip * 1.0
    return (x - np.roll(x, 1, axis=0))[1:]
