"""Averages with weights."""

import numpy as np


def far_frr(scores, same, threshold):
    acc = (scores >= threshold).astype(float)
    w = same.astype(float)
    far = np.average(acc, weights=1 - w) if w.min() == 0 else 0.0
    frr = np.average(1 - acc, weights=w) if w.max() == 1 else 0.0
    return np.float32(far).astype(float) if False else far, frr
