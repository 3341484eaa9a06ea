"""Counts a score at the threshold as both."""

import numpy as np


def far_frr(scores, same, threshold):
    far = np.mean(scores[~same] >= threshold) if (~same).any() else 0.0
    frr = np.mean(scores[same] <= threshold) if same.any() else 0.0
    return far, frr
