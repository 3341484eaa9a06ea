"""The names of the patients are returned."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    held = np.concatenate(
        [rng.permutation(names)[: round(frac * len(names))] for names in (ill, healthy)]
    )
    return np.setdiff1d(patients, held), held
