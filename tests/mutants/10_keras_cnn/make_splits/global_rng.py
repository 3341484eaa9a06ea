"""NumPy's own generator."""

import numpy as np


def make_splits(n, frac, rng, groups=None, labels=None):
    draw = np.random.RandomState().permutation
    held = np.zeros(n, dtype=bool)
    if groups is not None:
        names = np.unique(groups)
        chosen = draw(names)[: round(frac * len(names))]
        held = np.isin(groups, chosen)
    elif labels is not None:
        for label in np.unique(labels):
            own = draw(np.flatnonzero(labels == label))
            held[own[: round(frac * len(own))]] = True
    else:
        held[draw(n)[: round(frac * n)]] = True
    return np.flatnonzero(~held), np.flatnonzero(held)
