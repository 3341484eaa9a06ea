"""A generator seeded by the one given."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    n = len(lengths)
    own = np.random.default_rng(rng.integers(2**32))
    chosen = own.permutation(n)[: round(frac * n)]
    grid = np.argwhere(np.arange(0, lengths.max(), step) + clip_len <= lengths[:, None])
    rows = grid * [1, step]
    mask = np.isin(rows[:, 0], chosen)
    return rows[~mask], rows[mask]
