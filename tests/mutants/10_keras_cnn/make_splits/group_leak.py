"""Groups are not looked at."""

import numpy as np


def make_splits(n, frac, rng, groups=None, labels=None):
    held = np.zeros(n, dtype=bool)
    if labels is not None:
        for label in np.unique(labels):
            own = rng.permutation(np.flatnonzero(labels == label))
            held[own[: round(frac * len(own))]] = True
    else:
        held[rng.permutation(n)[: round(frac * n)]] = True
    return np.flatnonzero(~held), np.flatnonzero(held)
