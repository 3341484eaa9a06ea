"""The share is taken of the ill and of the healthy scans."""

import numpy as np


def patient_split(patients, y, frac, rng):
    held = []
    for kind in (0, 1):
        own = rng.permutation(np.flatnonzero(y == kind))
        held.extend(own[: round(frac * len(own))])
    held = np.array(held)
    return np.setdiff1d(np.arange(len(y)), held), held
