"""Videos to train on are drawn and put back."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    n = len(lengths)
    order = rng.permutation(n)
    k = round(frac * n)
    parts = []
    for videos in (rng.choice(order[k:], n - k), order[:k]):
        parts.append(
            np.array([(v, s) for v in videos for s in range(0, lengths[v] - clip_len + 1, step)])
        )
    return tuple(parts)
