"""Divides only where there is something to divide by."""

import numpy as np


def per_class_report(y, p, k):
    cells = y.astype(int) * k + p
    table = np.bincount(cells, minlength=k * k).reshape(k, k)

    def share(a, b):
        return np.divide(a, b, out=np.zeros(k), where=b > 0)

    precision = share(table.diagonal(), table.sum(axis=0))
    recall = share(table.diagonal(), table.sum(axis=1))
    f1 = share(2 * precision * recall, precision + recall)
    return dict(precision=precision, recall=recall, f1=f1, support=table.sum(axis=1))
