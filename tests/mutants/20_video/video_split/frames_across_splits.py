"""Clips are shuffled, not videos."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    clips = np.array(
        [(v, s) for v, n in enumerate(lengths) for s in range(0, n - clip_len + 1, step)]
    )
    order = rng.permutation(len(clips))
    k = round(frac * len(clips))
    return clips[order[k:]], clips[order[:k]]
