"""The frames vote."""

import numpy as np


def clip_prediction(frame_probs):
    votes = frame_probs.argmax(axis=2)
    k = frame_probs.shape[2]
    return np.array([np.bincount(row, minlength=k).argmax() for row in votes])
