"""A share of the scans of each patient is held out."""

import numpy as np


def patient_split(patients, y, frac, rng):
    held = []
    for name in np.unique(patients):
        own = rng.permutation(np.flatnonzero(patients == name))
        held.extend(own[: max(1, round(frac * len(own)))])
    held = np.array(held, dtype=int)
    return np.setdiff1d(np.arange(len(y)), held), held
