"""np.diff with a black frame before the first."""

import numpy as np


def temporal_difference(clip):
    return np.diff(clip.astype(float), axis=0, prepend=np.zeros_like(clip[:1], dtype=float))
