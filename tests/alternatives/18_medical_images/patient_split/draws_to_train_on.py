"""Draws those to train on."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    keep = [
        rng.choice(g, len(g) - round(frac * len(g)), replace=False, shuffle=False)
        for g in (ill, healthy)
    ]
    t = np.isin(patients, np.concatenate(keep))
    idx = np.arange(len(y))
    return idx[t], idx[~t]
