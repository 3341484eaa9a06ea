"""The differences are stacked as channels."""

import numpy as np


def temporal_difference(clip):
    clip = clip.astype(float)
    steps = [clip[t + 1] - clip[t] for t in range(len(clip) - 1)]
    return np.concatenate(steps, axis=-1)
