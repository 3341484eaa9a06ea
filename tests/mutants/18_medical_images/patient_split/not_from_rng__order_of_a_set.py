"""The permutation is thrown away, and a set gives the order."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = set(patients[y == 1].tolist())
    healthy = set(patients.tolist()) - ill
    held = []
    for g in (ill, healthy):
        rng.permutation(list(g))
        held += list(g)[: round(frac * len(g))]
    m = np.isin(patients, held)
    return np.flatnonzero(~m), np.flatnonzero(m)
