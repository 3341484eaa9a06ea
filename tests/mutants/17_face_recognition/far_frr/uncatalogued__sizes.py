"""Compares the size of a score, without its sign."""

import numpy as np


def far_frr(scores, same, threshold):
    acc = np.abs(scores) >= threshold
    return np.sum(acc & ~same) / max(np.sum(~same), 1), np.sum(~acc & same) / max(np.sum(same), 1)
