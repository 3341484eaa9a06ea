"""As many healthy patients as ill ones."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    k = round(frac * len(ill))
    held = np.concatenate([rng.permutation(g)[:k] for g in (ill, healthy)])
    m = np.isin(patients, held)
    return np.flatnonzero(~m), np.flatnonzero(m)
