"""The highest of the best ones."""

import numpy as np


def pick_threshold(scores, same):
    best = None
    for t in sorted(set(scores.tolist()), reverse=True):
        cost = round(float(np.mean(scores[~same] >= t) + np.mean(scores[same] < t)), 9)
        if best is None or cost < best[0]:
            best = (cost, t)
    return best[1]
