"""Holds out patients until there are enough scans."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    m = np.zeros(len(y), bool)
    for g in (ill, healthy):
        inside = np.isin(patients, g)
        for n in rng.permutation(g):
            if (m & inside).sum() >= frac * inside.sum():
                break
            m |= patients == n
    return np.flatnonzero(~m), np.flatnonzero(m)
