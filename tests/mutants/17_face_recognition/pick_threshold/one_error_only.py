"""Looks at false accepts only."""

import numpy as np


def pick_threshold(scores, same):
    t = np.unique(scores)
    far = [np.mean(scores[~same] >= v) for v in t]
    return float(t[np.argmin(far)])
