"""Shuffles a copy of the lengths, so that the numbers are of other videos."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    n = len(lengths)
    lengths = rng.permutation(lengths)
    rows = np.array([(v, s) for v in range(n) for s in range(0, lengths[v] - clip_len + 1, step)])
    mask = rows[:, 0] < round(frac * n)
    return rows[~mask], rows[mask]
