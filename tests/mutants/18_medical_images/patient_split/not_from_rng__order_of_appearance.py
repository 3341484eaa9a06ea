"""The permutation is thrown away: the first patients of the list are held out."""

import numpy as np


def patient_split(patients, y, frac, rng):
    names = list(dict.fromkeys(patients.tolist()))
    rng.permutation(names)
    ill = [n for n in names if y[patients == n].any()]
    healthy = [n for n in names if n not in ill]
    held = ill[: round(frac * len(ill))] + healthy[: round(frac * len(healthy))]
    m = np.isin(patients, held)
    return np.flatnonzero(~m), np.flatnonzero(m)
