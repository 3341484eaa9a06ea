"""The first of the ill and of the healthy patients."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    held = np.concatenate([names[: round(frac * len(names))] for names in (ill, healthy)])
    is_held = np.isin(patients, held)
    return np.flatnonzero(~is_held), np.flatnonzero(is_held)
