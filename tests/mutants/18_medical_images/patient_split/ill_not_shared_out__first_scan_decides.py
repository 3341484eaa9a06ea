"""Whether a patient is ill is read off the first scan."""

import numpy as np


def patient_split(patients, y, frac, rng):
    names, first = np.unique(patients, return_index=True)
    held = []
    for kind in (0, 1):
        own = rng.permutation(names[y[first] == kind])
        held.extend(own[: round(frac * len(own))])
    is_held = np.isin(patients, held)
    return np.flatnonzero(~is_held), np.flatnonzero(is_held)
