"""The signs of all differences."""

import numpy as np


def roc_auc(y, scores):
    scores = scores.astype(float)
    apart = np.subtract.outer(scores[y == 1], scores[y == 0])
    return (1 + np.sign(apart).mean()) / 2
