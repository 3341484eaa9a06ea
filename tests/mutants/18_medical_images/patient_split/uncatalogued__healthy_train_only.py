"""Only the ill are held out, and all of the healthy are learned."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = rng.permutation(np.unique(patients[y == 1]))
    is_held = np.isin(patients, ill[: round(frac * len(ill))])
    return np.flatnonzero(~is_held), np.flatnonzero(is_held)
