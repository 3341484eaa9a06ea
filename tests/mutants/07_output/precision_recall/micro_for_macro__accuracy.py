"""The accuracy, twice."""

import numpy as np


def precision_recall(y, p, k):
    share = float(np.mean(y == p))
    return share, share
