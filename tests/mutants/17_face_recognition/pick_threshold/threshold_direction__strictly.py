"""Accepts what lies below, tries all scores at once."""

import numpy as np


def pick_threshold(scores, same):
    t = np.sort(scores)
    accepted = scores[:, None] < t
    costs = accepted[~same].mean(axis=0) + (~accepted)[same].mean(axis=0)
    return t[np.argmin(costs)]
