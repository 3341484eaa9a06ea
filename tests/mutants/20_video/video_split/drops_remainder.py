"""Both numbers are rounded down."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    clips = np.array(
        [(v, s) for v, n in enumerate(lengths) for s in range(0, n - clip_len + 1, step)]
    )
    n = len(lengths)
    order = rng.permutation(n)
    k, rest = int(frac * n), int((1 - frac) * n) - 1
    train, held = order[k : k + rest], order[:k]
    return clips[np.isin(clips[:, 0], train)], clips[np.isin(clips[:, 0], held)]
