"""Pops from a list of videos."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    left, held = list(range(len(lengths))), []
    for _ in range(round(frac * len(lengths))):
        held.append(left.pop(int(rng.integers(len(left)))))

    def rows(vs):
        return np.array([(v, s) for v in vs for s in range(0, lengths[v] - clip_len + 1, step)])

    return rows(left), rows(held)
