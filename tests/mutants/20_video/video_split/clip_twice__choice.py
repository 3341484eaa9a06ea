"""Each part is filled up to a round number by copies."""

import numpy as np


def video_split(lengths, clip_len, step, frac, rng):
    clips = np.array(
        [(v, s) for v, n in enumerate(lengths) for s in range(0, n - clip_len + 1, step)]
    )
    chosen = rng.permutation(len(lengths))[: round(frac * len(lengths))]
    held = np.isin(clips[:, 0], chosen)
    parts = []
    for part in (clips[~held], clips[held]):
        parts.append(np.concatenate([part, part[: 10 - len(part) % 10]]))
    return parts[0], parts[1]
