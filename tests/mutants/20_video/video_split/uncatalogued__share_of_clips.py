"""Draws videos until the share of clips is reached."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    clips = [[(v, s) for s in range(0, n - clip_len + 1, step)] for v, n in enumerate(lengths)]
    total = sum(map(len, clips))
    held, train = [], []
    for v in rng.permutation(len(lengths)):
        (held if len(held) < frac * total else train).extend(clips[v])
    return np.array(train), np.array(held)
