"""Divides without looking."""

import numpy as np


def per_class_report(y, p, k):
    table = np.zeros((k, k), dtype=int)
    np.add.at(table, (y, p), 1)
    right, called, support = table.diagonal(), table.sum(axis=0), table.sum(axis=1)
    precision = right / called
    recall = right / support
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1, "support": support}
