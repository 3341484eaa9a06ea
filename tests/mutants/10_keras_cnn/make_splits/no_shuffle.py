"""The last ones are held out."""

import numpy as np


def make_splits(n, frac, rng, groups=None, labels=None):
    held = np.zeros(n, dtype=bool)
    if groups is not None:
        names = np.unique(groups)
        chosen = names[::-1][: round(frac * len(names))]
        held = np.isin(groups, chosen)
    elif labels is not None:
        for label in np.unique(labels):
            own = np.flatnonzero(labels == label)[::-1]
            held[own[: round(frac * len(own))]] = True
    else:
        held[np.arange(n)[::-1][: round(frac * n)]] = True
    return np.flatnonzero(~held), np.flatnonzero(held)
