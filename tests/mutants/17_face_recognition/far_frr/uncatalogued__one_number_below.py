"""Divides both counts by the pairs of two people."""

import numpy as np


def far_frr(scores, same, threshold):
    acc = scores >= threshold
    return np.sum(acc & ~same) / max(np.sum(~same), 1), np.sum(~acc & same) / max(np.sum(~same), 1)
