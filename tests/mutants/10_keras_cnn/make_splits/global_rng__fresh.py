"""A generator without a seed."""

import numpy as np


def make_splits(n, frac, rng, groups=None, labels=None):
    rng = np.random.default_rng()
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
        held[rng.permutation(n)[: round(frac * n)]] = True
    return np.flatnonzero(~held), np.flatnonzero(held)
