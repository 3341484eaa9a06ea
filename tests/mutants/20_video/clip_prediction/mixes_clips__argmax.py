"""The argmax goes over the clips."""

import numpy as np


def clip_prediction(frame_probs):
    return np.argmax(frame_probs.mean(axis=1), axis=0)
