"""Divides by all pairs."""

import numpy as np


def far_frr(scores, same, threshold):
    accepted = scores >= threshold
    return np.mean(accepted & ~same), np.mean(~accepted & same)
