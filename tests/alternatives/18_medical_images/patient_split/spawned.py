"""Two generators that `rng` makes."""

import numpy as np


def patient_split(patients, y, frac, rng):
    one, two = rng.spawn(2)
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    held = np.concatenate(
        [r.permutation(g)[: round(frac * len(g))] for r, g in ((one, ill), (two, healthy))]
    )
    m = np.isin(patients, held)
    return np.flatnonzero(~m), np.flatnonzero(m)
