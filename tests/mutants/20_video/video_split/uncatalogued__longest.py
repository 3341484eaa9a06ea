"""Holds out the longest videos; the generator only shuffles the rows."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    n = len(lengths)
    held = np.argsort(lengths)[n - round(frac * n) :]
    rows = [(v, s) for v in range(n) for s in range(0, lengths[v] - clip_len + 1, step)]
    rows = rng.permutation(rows)
    mask = np.isin(rows[:, 0], held)
    return rows[~mask], rows[mask]
