"""Chance says only where to begin: the patients held out are neighbors."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    held = [
        np.roll(names, rng.integers(len(names)))[: round(frac * len(names))]
        for names in (ill, healthy)
    ]
    is_held = np.isin(patients, np.concatenate(held))
    return np.flatnonzero(~is_held), np.flatnonzero(is_held)
