"""rng.choice without putting back."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    held = set(rng.choice(len(lengths), int(frac * len(lengths) + 0.5), replace=False).tolist())
    parts = [], []
    for v, n in enumerate(lengths.tolist()):
        s = 0
        while s + clip_len <= n:
            parts[v in held].append([v, s])
            s += step
    return [np.array(p, dtype=np.int32) for p in parts]
