"""Gives the place in the sorted scores."""

import numpy as np


def pick_threshold(scores, same):
    t = np.unique(scores)
    costs = [np.mean(scores[~same] >= v) + np.mean(scores[same] < v) for v in t]
    return int(np.argmin(costs))
