"""Repairs what came of it, and leaves the warning."""

import numpy as np


def per_class_report(y, p, k):
    table = np.zeros((k, k), dtype=int)
    np.add.at(table, (y, p), 1)
    right, called, support = table.diagonal(), table.sum(axis=0), table.sum(axis=1)
    precision = np.nan_to_num(right / called)
    recall = np.nan_to_num(right / support)
    f1 = 2 * right / np.maximum(called + support, 1)
    return {"precision": precision, "recall": recall, "f1": f1, "support": support}
