"""Both sizes are rounded down."""

import numpy as np


def make_splits(n, frac, rng, groups=None, labels=None):
    train, held = [], []
    if groups is not None:
        names = rng.permutation(np.unique(groups))
        parts = [[i for i in range(n) if groups[i] == name] for name in names]
        k, m = int((1 - frac) * len(parts)), int(frac * len(parts))
        return np.array(sum(parts[:k], [])), np.array(sum(parts[len(parts) - m :], []))
    for label in [None] if labels is None else np.unique(labels):
        own = np.arange(n) if label is None else np.flatnonzero(labels == label)
        own = rng.permutation(own)
        k, m = int((1 - frac) * len(own)), int(frac * len(own))
        train.append(own[:k])
        held.append(own[len(own) - m :])
    return np.concatenate(train), np.concatenate(held)
