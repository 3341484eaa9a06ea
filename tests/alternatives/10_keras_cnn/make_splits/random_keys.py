"""Everything gets a random number; the smallest are held out, rounded up."""

import math

import numpy as np


def make_splits(n, frac, rng, groups=None, labels=None):
    if groups is not None:
        names, members = np.unique(np.asarray(groups), return_inverse=True)
        key = rng.random(len(names))
        held = (key.argsort().argsort() < math.ceil(frac * len(names) - 1e-9))[members]
    else:
        labels = np.zeros(n) if labels is None else np.asarray(labels)
        key, held = rng.random(n), np.zeros(n, dtype=bool)
        for label in set(labels.tolist()):
            own = labels == label
            held[own] = key[own].argsort().argsort() < math.ceil(frac * own.sum() - 1e-9)
    order = np.argsort(rng.random(n))
    return order[~held[order]], order[held[order]]
