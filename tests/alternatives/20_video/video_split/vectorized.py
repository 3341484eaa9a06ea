"""Arrays from end to end."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    lengths = np.asarray(lengths)
    counts = (lengths - clip_len) // step + 1
    video = np.repeat(np.arange(len(lengths)), counts)
    first = (np.arange(len(video)) - np.repeat(counts.cumsum() - counts, counts)) * step
    clips = np.stack([video, first], axis=1).astype(np.int32)
    mask = np.zeros(len(lengths), dtype=bool)
    mask[: int(frac * len(lengths))] = True
    rng.shuffle(mask)
    return clips[~mask[video]], clips[mask[video]]
