"""Adds a clip that ends with the video."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    n = len(lengths)
    chosen = rng.permutation(n)[: round(frac * n)]
    rows = np.array(
        [
            (v, s)
            for v in range(n)
            for s in sorted({*range(0, lengths[v] - clip_len + 1, step), lengths[v] - clip_len})
        ]
    )
    mask = np.isin(rows[:, 0], chosen)
    return rows[~mask], rows[mask]
