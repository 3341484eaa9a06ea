"""A coin for each patient."""

import numpy as np


def patient_split(patients, y, frac, rng):
    names = np.unique(patients)
    chosen = names[rng.random(len(names)) < frac]
    held = np.isin(patients, chosen)
    return np.flatnonzero(~held), np.flatnonzero(held)
