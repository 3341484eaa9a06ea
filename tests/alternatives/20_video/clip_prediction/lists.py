"""Lists."""

import numpy as np


def clip_prediction(frame_probs):
    out = []
    for clip in frame_probs.tolist():
        sums = [sum(column) for column in zip(*clip)]
        out.append(sums.index(max(sums)))
    return np.array(out)
