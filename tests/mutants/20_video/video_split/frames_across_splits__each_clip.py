"""A coin for each clip."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    clips = np.array(
        [(v, s) for v, n in enumerate(lengths) for s in range(0, n - clip_len + 1, step)]
    )
    held = rng.random(len(clips)) < frac
    return clips[~held], clips[held]
