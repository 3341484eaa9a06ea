"""The next float below the best score."""

import numpy as np


def pick_threshold(scores, same):
    s = scores.astype(float)
    t = np.unique(s)
    o, g = np.sort(s[~same]), np.sort(s[same])
    far = 1 - np.searchsorted(o, t, side="left") / len(o)
    frr = np.searchsorted(g, t, side="left") / len(g)
    return np.nextafter(t[np.argmin(far + frr)], -np.inf)
