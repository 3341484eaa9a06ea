"""Random keys, a rank for each video."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    keys = rng.normal(size=len(lengths))
    cut = np.sort(keys)[int(np.floor(frac * len(lengths) + 1e-9))]
    video = np.repeat(np.arange(len(lengths)), (lengths - clip_len) // step + 1)
    first = np.concatenate([np.arange(0, n - clip_len + 1, step) for n in lengths])
    rows = np.column_stack([video, first])
    held = keys[video] < cut
    return rows[~held], rows[held]
