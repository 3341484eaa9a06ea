"""Divides by what was accepted, and by what was rejected."""

import numpy as np


def _none(x):
    return float(np.mean(x)) if x.size else 0.0


def far_frr(scores, same, threshold):
    accepted = scores >= threshold
    return _none(~same[accepted]), _none(same[~accepted])
