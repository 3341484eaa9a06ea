"""Takes the mean of nothing."""

import numpy as np


def far_frr(scores, same, threshold):
    accepted = scores >= threshold
    with np.errstate(all="ignore"):
        far = np.sum(accepted & ~same) / np.sum(~same)
        frr = np.sum(~accepted & same) / np.sum(same)
    return far, frr
