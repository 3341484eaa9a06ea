"""Makes half-precision floats."""

import numpy as np


def temporal_difference(clip):
    clip = clip.astype(np.float16)
    return clip[1:] - clip[:-1]
