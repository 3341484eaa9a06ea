"""A patient is ill only if all scans show it."""

import numpy as np


def patient_split(patients, y, frac, rng):
    healthy = np.unique(patients[y == 0])
    ill = np.setdiff1d(patients, healthy)
    held = np.concatenate(
        [rng.permutation(names)[: round(frac * len(names))] for names in (ill, healthy)]
    )
    is_held = np.isin(patients, held)
    return np.flatnonzero(~is_held), np.flatnonzero(is_held)
