"""One order of all patients, and a quota of each kind."""

import numpy as np


def patient_split(patients, y, frac, rng):
    ill = {int(n) for n in patients[y == 1]}
    quota = {
        True: round(frac * len(ill)),
        False: round(frac * (len(set(patients.tolist())) - len(ill))),
    }
    held = set()
    for n in rng.permutation(sorted(set(patients.tolist()))).tolist():
        if quota[n in ill]:
            quota[n in ill] -= 1
            held.add(n)
    parts = ([], [])
    for i, n in enumerate(patients.tolist()):
        parts[n in held].append(i)
    return np.array(parts[0]), np.array(parts[1])
