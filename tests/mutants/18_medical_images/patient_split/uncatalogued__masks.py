"""Masks are returned, not numbers."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    held = np.concatenate(
        [rng.permutation(names)[: round(frac * len(names))] for names in (ill, healthy)]
    )
    is_held = np.isin(patients, held)
    return ~is_held, is_held
