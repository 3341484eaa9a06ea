"""Divided by the largest change."""

import numpy as np


def temporal_difference(clip):
    out = np.diff(clip.astype(float), axis=0)
    return out / np.abs(out).max()
