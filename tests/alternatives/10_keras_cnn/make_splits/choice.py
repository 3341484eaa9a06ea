"""rng.choice without replacement, and the difference of sets."""

import numpy as np


def make_splits(n, frac, rng, groups=None, labels=None):
    everything = np.arange(n)
    if groups is not None:
        names = sorted(set(groups.tolist()))
        chosen = rng.choice(names, size=round(len(names) * frac), replace=False)
        held = everything[[g in set(chosen.tolist()) for g in groups]]
    elif labels is not None:
        held = np.concatenate(
            [
                rng.choice(own, size=round(len(own) * frac), replace=False)
                for own in (everything[labels == one] for one in np.unique(labels))
            ]
        )
    else:
        held = rng.choice(n, size=round(n * frac), replace=False)
    return np.setdiff1d(everything, held), held
