"""Ill is who is ill in half of the scans."""

import numpy as np


def patient_split(patients, y, frac, rng):
    n = np.unique(patients)
    s = np.array([y[patients == k].mean() >= 0.5 for k in n])
    held = np.concatenate([rng.permutation(g)[: round(frac * len(g))] for g in (n[s], n[~s])])
    m = np.isin(patients, held)
    return np.flatnonzero(~m), np.flatnonzero(m)
