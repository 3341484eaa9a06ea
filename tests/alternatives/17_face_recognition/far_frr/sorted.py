"""Sorts each kind and looks the threshold up."""

import numpy as np


def far_frr(scores, same, threshold):
    genuine, others = np.sort(scores[same]), np.sort(scores[~same])
    frr = np.searchsorted(genuine, threshold, side="left") / max(genuine.size, 1)
    far = 1 - np.searchsorted(others, threshold, side="left") / others.size if others.size else 0.0
    return [far, frr]
