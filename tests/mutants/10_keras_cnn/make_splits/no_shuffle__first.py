"""The first ones are held out."""

import numpy as np


def make_splits(n, frac, rng, groups=None, labels=None):
    held = np.zeros(n, dtype=bool)
    if groups is not None:
        names = np.unique(groups)
        chosen = names[: round(frac * len(names))]
        held = np.isin(groups, chosen)
    elif labels is not None:
        for label in np.unique(labels):
            own = np.flatnonzero(labels == label)
            held[own[: round(frac * len(own))]] = True
    else:
        held[np.arange(n)[: round(frac * n)]] = True
    return np.flatnonzero(~held), np.flatnonzero(held)
