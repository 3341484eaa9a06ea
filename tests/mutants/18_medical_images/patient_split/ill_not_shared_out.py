"""Patients are drawn, and nobody looks who is ill."""

import numpy as np


def patient_split(patients, y, frac, rng):
    names = rng.permutation(np.unique(patients))
    held = np.isin(patients, names[: round(frac * len(names))])
    return np.flatnonzero(~held), np.flatnonzero(held)
