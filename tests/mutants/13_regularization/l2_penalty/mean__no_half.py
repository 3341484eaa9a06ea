"""Averages all squares, and forgets the 0.5."""

import numpy as np


def l2_penalty(weights, lam):
    flat = np.concatenate([w.ravel() for w in weights])
    return lam * np.mean(flat**2)
