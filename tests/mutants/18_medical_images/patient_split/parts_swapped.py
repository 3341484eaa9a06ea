"""The share is kept to train on."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    chosen = np.concatenate(
        [rng.permutation(names)[: round(frac * len(names))] for names in (ill, healthy)]
    )
    is_chosen = np.isin(patients, chosen)
    return np.flatnonzero(is_chosen), np.flatnonzero(~is_chosen)
