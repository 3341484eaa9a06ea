"""The share is rounded up, and masks become numbers at the end."""

import numpy as np


def patient_split(patients, y, frac, rng):
    sick = {name: y[patients == name].any() for name in np.unique(patients)}
    parts = np.zeros(len(y), dtype=bool)
    for wanted in (True, False):
        names = np.array([name for name, ill in sick.items() if ill == wanted])
        k = int(np.ceil(frac * len(names) - 1e-9))
        for name in names[rng.permutation(len(names))[:k]]:
            parts |= patients == name
    return np.where(~parts)[0], np.where(parts)[0]
