"""`rng.choice`, the share rounded down, in any order."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    held = [rng.choice(names, int(frac * len(names)), replace=False) for names in (ill, healthy)]
    is_held = np.isin(patients, np.concatenate(held))
    return rng.permutation(np.flatnonzero(~is_held)), rng.permutation(np.flatnonzero(is_held))
