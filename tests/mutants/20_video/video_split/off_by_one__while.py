"""A while loop that ends too early."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    chosen = rng.permutation(len(lengths))[: round(frac * len(lengths))]
    train, held = [], []
    for v, n in enumerate(lengths):
        start = 0
        while start + clip_len < n:
            (held if v in chosen else train).append((v, start))
            start += step
    return np.array(train), np.array(held)
