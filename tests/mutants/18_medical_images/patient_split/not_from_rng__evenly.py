"""A number is drawn and not used; patients are taken evenly."""

import numpy as np


def patient_split(patients, y, frac, rng):
    rng.random()
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    held = np.concatenate(
        [g[np.linspace(0, len(g) - 1, round(frac * len(g))).astype(int)] for g in (ill, healthy)]
    )
    m = np.isin(patients, held)
    return np.flatnonzero(~m), np.flatnonzero(m)
