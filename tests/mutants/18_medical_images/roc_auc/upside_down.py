"""The healthy one has the higher score."""

import numpy as np


def roc_auc(y, scores):
    ill, healthy = scores[y == 1][:, None], scores[y == 0][None]
    return np.mean((ill < healthy) + 0.5 * (ill == healthy))
