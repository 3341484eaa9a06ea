"""A generator of its own, with a seed of its own."""

import numpy as np


def patient_split(patients, y, frac, rng):
    rng.random()
    rng = np.random.default_rng(0)
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    held = np.concatenate([rng.permutation(g)[: round(frac * len(g))] for g in (ill, healthy)])
    m = np.isin(patients, held)
    return np.flatnonzero(~m), np.flatnonzero(m)
