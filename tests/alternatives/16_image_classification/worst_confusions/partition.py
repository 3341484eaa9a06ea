"""Finds the largest by a partition."""

import numpy as np


def worst_confusions(cm, n):
    w = cm.astype(np.float64)
    t = w.sum(1)
    np.fill_diagonal(w, 0)
    w = np.divide(w, t[:, None], out=np.zeros_like(w), where=t[:, None] > 0).ravel()
    m = min(n, w.size)
    top = np.argpartition(w, w.size - m)[w.size - m :]
    top = top[np.argsort(w[top])[::-1]]
    return [(*divmod(int(i), len(cm)), float(w[i])) for i in top if w[i]]
