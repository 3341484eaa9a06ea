"""Chance comes from a generator of its own."""

import numpy as np


def patient_split(patients, y, frac, rng):
    rng = np.random.default_rng(0)
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    held = np.concatenate(
        [rng.permutation(names)[: round(frac * len(names))] for names in (ill, healthy)]
    )
    is_held = np.isin(patients, held)
    return np.flatnonzero(~is_held), np.flatnonzero(is_held)
