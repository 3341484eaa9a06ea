"""Chance decides on the ill patients only; of the healthy ones the first are taken."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    chosen_ill = rng.permutation(ill)[: round(frac * len(ill))]
    is_held = np.isin(patients, [*chosen_ill, *healthy[: round(frac * len(healthy))]])
    return np.flatnonzero(~is_held), np.flatnonzero(is_held)
