"""The best is always a score of one person."""

import numpy as np


def pick_threshold(scores, same):
    t = np.unique(scores[same])
    c = [np.mean(scores[~same] >= x) + np.mean(scores[same] < x) for x in t]
    return float(t[np.argmin(c)])
