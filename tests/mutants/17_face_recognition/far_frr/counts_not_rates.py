"""Counts the errors."""

import numpy as np


def far_frr(scores, same, threshold):
    accepted = scores >= threshold
    return int(np.sum(accepted & ~same)), int(np.sum(~accepted & same))
