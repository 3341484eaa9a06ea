"""The numbers are those of the sorted scans."""

import numpy as np


def patient_split(patients, y, frac, rng):
    o = np.argsort(patients)
    patients, y = patients[o], y[o]
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    held = np.concatenate([rng.permutation(g)[: round(frac * len(g))] for g in (ill, healthy)])
    m = np.isin(patients, held)
    return np.flatnonzero(~m), np.flatnonzero(m)
