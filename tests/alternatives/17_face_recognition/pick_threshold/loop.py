"""One score after the other."""

import numpy as np


def pick_threshold(scores, same):
    best, best_cost = None, float("inf")
    for t in np.unique(scores):
        accepted = scores >= t
        far, frr = np.mean(accepted[~same]), np.mean(~accepted[same])
        cost = far + frr
        if cost < best_cost:
            best, best_cost = float(t), cost
    return best
