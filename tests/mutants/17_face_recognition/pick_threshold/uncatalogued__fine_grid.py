"""Tries a thousand thresholds between the ends, which two far scores pull apart."""

import numpy as np


def pick_threshold(scores, same):
    t = np.linspace(scores.min(), scores.max(), 1000)
    c = [np.mean(scores[~same] >= x) + np.mean(scores[same] < x) for x in t]
    return t[np.argmin(c)]
