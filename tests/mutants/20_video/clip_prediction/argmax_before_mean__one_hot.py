"""Each frame is made a row of 0s and a 1 first."""

import numpy as np


def clip_prediction(frame_probs):
    k = frame_probs.shape[2]
    hard = np.eye(k)[frame_probs.argmax(axis=2)]
    return hard.mean(axis=1).argmax(axis=1)
