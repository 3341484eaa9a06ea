"""Each ill one against each healthy one."""

import numpy as np


def roc_auc(y, scores):
    won, pairs = 0.0, 0
    for i in np.flatnonzero(y == 1):
        for j in np.flatnonzero(y == 0):
            pairs += 1
            if scores[i] > scores[j]:
                won += 1
            elif scores[i] == scores[j]:
                won += 0.5
    return won / pairs
