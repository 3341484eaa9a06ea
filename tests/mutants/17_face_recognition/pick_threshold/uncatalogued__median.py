"""Takes the median of the scores."""

import numpy as np


def pick_threshold(scores, same):
    return float(np.median(scores))
