"""Lists the worst of each class only."""

import numpy as np


def worst_confusions(cm, n):
    found = []
    for a, row in enumerate(cm):
        others = np.where(np.arange(len(cm)) == a, 0, row)
        b = int(others.argmax())
        if others[b] > 0:
            found.append((a, b, float(others[b] / row.sum())))
    return sorted(found, key=lambda triple: -triple[2])[:n]
