"""Time is moved behind the channels."""

import numpy as np


def temporal_difference(clip):
    clip = np.moveaxis(clip.astype(float), 0, -1)
    return clip[..., 1:] - clip[..., :-1]
