"""Rounded up, and the rows are shuffled at the end."""

import math

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    n = len(lengths)
    count = math.ceil(frac * n - 1e-9)
    order = np.argsort(rng.random(n))

    def cut(videos):
        rows = [(v, s) for v in videos for s in range(lengths[v]) if s % step == 0]
        return np.array([(v, s) for v, s in rows if s + clip_len <= lengths[v]])

    return rng.permutation(cut(order[count:])), rng.permutation(cut(order[:count]))
