"""The largest distance between the curves of accepted pairs, from above."""

import numpy as np


def pick_threshold(scores, same):
    order = np.argsort(-scores, kind="stable")
    s, k = scores[order], same[order]
    right, wrong = np.cumsum(k) / k.sum(), np.cumsum(~k) / (~k).sum()
    last = np.append(s[1:] != s[:-1], True)  # of those with the same score, the last
    gain = np.where(last, right - wrong, -np.inf)
    return float(s[np.argmax(gain)])
