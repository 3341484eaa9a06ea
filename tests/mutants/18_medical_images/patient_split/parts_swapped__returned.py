"""The two are returned in the wrong order."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = np.unique(patients[y == 1])
    healthy = np.setdiff1d(patients, ill)
    held = set()
    for names in (ill, healthy):
        held |= set(rng.choice(names, round(frac * len(names)), replace=False).tolist())
    train = [i for i, name in enumerate(patients) if name not in held]
    test = [i for i, name in enumerate(patients) if name in held]
    return np.array(test), np.array(train)
