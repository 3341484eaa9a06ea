"""The accuracy at 0.5."""

import numpy as np


def roc_auc(y, scores):
    return np.mean((scores > 0.5) == y)
