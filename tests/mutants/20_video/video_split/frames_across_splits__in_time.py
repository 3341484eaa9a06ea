"""The end of each video is held out."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    train, held = [], []
    for v in rng.permutation(len(lengths)):
        starts = list(range(0, lengths[v] - clip_len + 1, step))
        k = max(1, round(frac * len(starts)))
        train += [(v, s) for s in starts[:-k]]
        held += [(v, s) for s in starts[-k:]]
    return np.array(train), np.array(held)
