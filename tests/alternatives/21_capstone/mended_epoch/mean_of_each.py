"""The mean of the slopes of single examples."""

import numpy as np


def mended_epoch(x, y, w, b, lr, batch_size):
    for start in range(0, len(x), batch_size):
        slopes_w, slopes_b = [], []
        for row, label in zip(x[start : start + batch_size], y[start : start + batch_size]):
            e = np.exp(row @ w + b)
            p = e / e.sum()
            p[label] -= 1
            slopes_w.append(np.outer(row, p))
            slopes_b.append(p)
        w = w - lr * np.mean(slopes_w, axis=0)
        b = b - lr * np.mean(slopes_b, axis=0)
    return w, b
