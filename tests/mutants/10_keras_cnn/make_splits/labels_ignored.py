"""Labels are not looked at."""

import numpy as np


def make_splits(n, frac, rng, groups=None, labels=None):
    held = np.zeros(n, dtype=bool)
    if groups is not None:
        names = np.unique(groups)
        chosen = rng.permutation(names)[: round(frac * len(names))]
        held = np.isin(groups, chosen)
    else:
        held[rng.permutation(n)[: round(frac * n)]] = True
    return np.flatnonzero(~held), np.flatnonzero(held)
