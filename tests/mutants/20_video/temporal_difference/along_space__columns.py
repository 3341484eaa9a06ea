"""Columns are subtracted from columns."""

import numpy as np


def temporal_difference(clip):
    return np.diff(clip.astype(float), axis=2)
