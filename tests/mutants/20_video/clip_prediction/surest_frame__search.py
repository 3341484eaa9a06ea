"""The surest frame is searched, and its class taken."""

import numpy as np


def clip_prediction(frame_probs):
    out = []
    for clip in frame_probs:
        surest = clip.max(axis=1).argmax()
        out.append(clip[surest].argmax())
    return np.array(out)
