"""Only classes that occur have a row."""

import numpy as np


def confusion_matrix(y, p, k):
    classes = np.unique(np.concatenate([y, p]))
    table = np.zeros((len(classes), len(classes)), dtype=int)
    for a, truth in enumerate(classes):
        for b, guess in enumerate(classes):
            table[a, b] = np.sum((y == truth) & (p == guess))
    return table
