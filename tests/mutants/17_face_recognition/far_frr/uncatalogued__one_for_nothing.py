"""Calls the rate 1 where there is no such pair."""

import numpy as np


def far_frr(scores, same, threshold):
    far = np.mean(scores[~same] >= threshold) if (~same).any() else 1.0
    frr = np.mean(scores[same] < threshold) if same.any() else 1.0
    return far, frr
