"""Counts equal scores once."""

import numpy as np


def far_frr(scores, same, threshold):
    u, v = np.unique(scores[~same]), np.unique(scores[same])
    return np.sum(u >= threshold) / max(u.size, 1), np.sum(v < threshold) / max(v.size, 1)
