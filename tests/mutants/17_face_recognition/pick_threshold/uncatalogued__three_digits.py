"""Rounds the threshold to three digits."""

import numpy as np


def pick_threshold(scores, same):
    t = np.unique(scores)
    c = [np.mean(scores[~same] >= x) + np.mean(scores[same] < x) for x in t]
    return round(float(t[np.argmin(c)]), 3)
