"""Divides by the rows both times."""

import numpy as np


def per_class_report(y, p, k):
    table = np.zeros((k, k), dtype=int)
    np.add.at(table, (y, p), 1)
    right, support = table.diagonal(), table.sum(axis=1)
    precision = right / np.maximum(support, 1)
    recall = right / np.maximum(support, 1)
    f1 = np.where(recall > 0, 2 * precision * recall / np.maximum(precision + recall, 1e-12), 0)
    return {"precision": precision, "recall": recall, "f1": f1, "support": support}
