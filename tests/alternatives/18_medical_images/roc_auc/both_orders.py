"""The best and the worst order of ties, averaged."""

import numpy as np


def roc_auc(y, scores):
    def walk(worst):
        o = np.lexsort((worst * y, -scores.astype(float)))
        h = y[o].astype(int)
        return np.sum(np.cumsum(h) * (1 - h)) / (h.sum() * (1 - h).sum())

    return (walk(1) + walk(-1)) / 2
