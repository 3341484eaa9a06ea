"""np.diff in time, of floats."""

import numpy as np


def temporal_difference(clip):
    return np.diff(clip.astype(float), axis=0)
