"""Each patient draws a number; the smallest ones of each group are held out."""

import numpy as np


def patient_split(patients, y, frac, rng):
    names, place = np.unique(patients, return_inverse=True)
    ill = np.bincount(place, weights=y) > 0
    key = rng.random(len(names))
    held = np.zeros(len(names), dtype=bool)
    for group in (ill, ~ill):
        first = np.argsort(np.where(group, key, np.inf))[: round(frac * group.sum())]
        held[first] = True
    return np.flatnonzero(~held[place]), np.flatnonzero(held[place])
