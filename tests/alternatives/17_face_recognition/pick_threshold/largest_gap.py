"""The largest gap between two distributions."""

import numpy as np


def pick_threshold(scores, same):
    v = np.unique(scores)

    def F(s):
        return np.searchsorted(np.sort(s), v, "right") / len(s)

    gap = F(scores[~same]) - F(scores[same])
    i = int(np.argmax(gap))
    return float(v[min(i + 1, len(v) - 1)]) if gap[i] > 0 else float(v[0])
