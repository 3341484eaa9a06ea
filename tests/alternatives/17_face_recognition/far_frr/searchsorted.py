"""Looks the threshold up among sorted scores."""

import numpy as np


def far_frr(scores, same, threshold):
    o, s = np.sort(scores[~same]), np.sort(scores[same])
    return (o.size - np.searchsorted(o, threshold)) / max(o.size, 1), np.searchsorted(
        s, threshold
    ) / max(s.size, 1)
