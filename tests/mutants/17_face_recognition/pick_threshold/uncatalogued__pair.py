"""Gives the threshold and its rates."""

import numpy as np


def pick_threshold(scores, same):
    t = np.unique(scores)
    costs = [np.mean(scores[~same] >= v) + np.mean(scores[same] < v) for v in t]
    return float(t[np.argmin(costs)]), float(min(costs))
