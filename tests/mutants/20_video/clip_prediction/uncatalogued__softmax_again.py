"""Takes probabilities for scores, frame by frame."""

import numpy as np


def clip_prediction(frame_probs):
    e = np.exp(frame_probs)
    return (e / e.sum(axis=2, keepdims=True)).mean(axis=1).argmax(axis=1)
