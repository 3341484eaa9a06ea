"""Gives percent."""

import numpy as np


def _none(x):
    return float(np.mean(x)) if x.size else 0.0


def far_frr(scores, same, threshold):
    accepted = scores >= threshold
    return 100 * _none(accepted[~same]), 100 * _none(~accepted[same])
