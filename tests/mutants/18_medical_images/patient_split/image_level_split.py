"""Scans are shuffled and cut."""


def patient_split(patients, y, frac, rng):
    order = rng.permutation(len(y))
    k = round(frac * len(y))
    return order[k:], order[:k]
