"""Pairs."""

import numpy as np


def temporal_difference(clip):
    return np.stack([np.asarray(b, float) - a for a, b in zip(clip, clip[1:])])
