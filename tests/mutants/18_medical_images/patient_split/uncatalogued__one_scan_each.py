"""Only one scan of each patient is kept."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    held = np.concatenate(
        [rng.permutation(names)[: round(frac * len(names))] for names in (ill, healthy)]
    )
    names, first = np.unique(patients, return_index=True)
    is_held = np.isin(names, held)
    return first[~is_held], first[is_held]
