"""Random numbers for the held-out part."""

import numpy as np


def make_splits(n, frac, rng, groups=None, labels=None):
    held = np.zeros(n, dtype=bool)
    if groups is not None:
        names = np.unique(groups)
        chosen = rng.permutation(names)[: round(frac * len(names))]
        held = np.isin(groups, chosen)
    elif labels is not None:
        for label in np.unique(labels):
            own = rng.permutation(np.flatnonzero(labels == label))
            held[own[: round(frac * len(own))]] = True
    else:
        numbers = rng.integers(0, n, round(frac * n))
        return np.setdiff1d(np.arange(n), numbers), numbers
    return np.flatnonzero(~held), np.flatnonzero(held)
