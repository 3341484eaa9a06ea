"""The same with sums."""

import numpy as np


def far_frr(scores, same, threshold):
    n = len(scores)
    far = np.sum((scores >= threshold) & (same == False)) / n  # noqa: E712
    frr = np.sum((scores < threshold) & (same == True)) / n  # noqa: E712
    return far, frr
