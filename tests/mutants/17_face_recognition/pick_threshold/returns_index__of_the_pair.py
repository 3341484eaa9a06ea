"""Gives the number of the pair."""

import numpy as np


def pick_threshold(scores, same):
    costs = [np.mean(scores[~same] >= v) + np.mean(scores[same] < v) for v in scores]
    return int(np.argmin(costs))
