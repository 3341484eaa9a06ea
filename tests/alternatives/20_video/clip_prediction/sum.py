"""A sum decides as a mean does."""

import numpy as np


def clip_prediction(frame_probs):
    return np.argmax(np.sum(frame_probs, axis=1), axis=-1)
