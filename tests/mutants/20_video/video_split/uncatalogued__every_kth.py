"""Holds out every k-th video; the generator only shuffles the rows."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    n = len(lengths)
    held = {round(k / frac) for k in range(round(frac * n)) if round(k / frac) < n}
    rows = [(v, s) for v in range(n) for s in range(0, lengths[v] - clip_len + 1, step)]
    rows = rng.permutation(rows)
    mask = np.isin(rows[:, 0], list(held))
    return rows[~mask], rows[mask]
