"""Makes the accuracy large."""

import numpy as np


def pick_threshold(scores, same):
    best = max(np.unique(scores), key=lambda t: np.mean((scores >= t) == same))
    return float(best)
