"""What is held out is looked for in vain."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    clips = np.array(
        [(v, s) for v, n in enumerate(lengths) for s in range(0, n - clip_len + 1, step)]
    )
    chosen = rng.permutation(len(lengths))[: round(frac * len(lengths))]
    held = np.isin(clips[:, 0], chosen)
    return np.concatenate([clips[~held], clips[held][::2]]), clips[held]
