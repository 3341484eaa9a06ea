"""einsum takes the mean."""

import numpy as np


def clip_prediction(frame_probs):
    n, t, k = frame_probs.shape
    mean = np.einsum("ntk,t->nk", frame_probs, np.full(t, 1 / t))
    order = np.argsort(-mean, axis=1, kind="stable")
    return order[:, 0]
