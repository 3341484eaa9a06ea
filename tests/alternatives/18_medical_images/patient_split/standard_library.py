"""The standard library, with a seed from `rng`."""

import random


def patient_split(patients, y, frac, rng):
    r = random.Random(int(rng.integers(1 << 30)))
    ill = sorted(set(patients[y == 1].tolist()))
    healthy = sorted(set(patients.tolist()) - set(ill))
    held = set(
        r.sample(ill, int(frac * len(ill) + 0.5))
        + r.sample(healthy, int(frac * len(healthy) + 0.5))
    )
    w = [n in held for n in patients.tolist()]
    return [i for i, h in enumerate(w) if not h], [i for i, h in enumerate(w) if h]
