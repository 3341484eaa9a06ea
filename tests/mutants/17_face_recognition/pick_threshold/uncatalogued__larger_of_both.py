"""Makes the larger of both rates small."""

import numpy as np


def pick_threshold(scores, same):
    t = np.unique(scores)
    c = [max(np.mean(scores[~same] >= x), np.mean(scores[same] < x)) for x in t]
    return float(t[np.argmin(c)])
