"""Throws a coin for each video."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    held = rng.random(len(lengths)) < frac
    rows = np.array(
        [(v, s) for v, n in enumerate(lengths) for s in range(0, n - clip_len + 1, step)]
    )
    return rows[~held[rows[:, 0]]], rows[held[rows[:, 0]]]
