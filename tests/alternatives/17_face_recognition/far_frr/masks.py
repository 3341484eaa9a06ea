"""Masks and sums."""

import numpy as np


def far_frr(scores, same, threshold):
    accepted = scores >= threshold
    others, genuine = np.sum(~same), np.sum(same)
    far = np.sum(accepted & ~same) / others if others else 0.0
    frr = np.sum(~accepted & same) / genuine if genuine else 0.0
    return far, frr
