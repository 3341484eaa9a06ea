"""Loops and a set of videos."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    n = len(lengths)
    held_videos = set(rng.choice(n, size=int(frac * n + 0.5), replace=False).tolist())
    train, held = [], []
    for video in range(n):
        start = 0
        while start + clip_len <= lengths[video]:
            (held if video in held_videos else train).append([video, start])
            start += step
    return np.array(train), np.array(held)
