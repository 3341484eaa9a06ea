"""Multiplies tables of ones and zeros, and silences the division."""

import numpy as np


def per_class_report(y, p, k):
    truth, guess = np.eye(k)[y], np.eye(k)[p]
    hits = (truth * guess).sum(axis=0)
    with np.errstate(all="ignore"):
        precision = np.nan_to_num(hits / guess.sum(axis=0))
        recall = np.nan_to_num(hits / truth.sum(axis=0))
        f1 = np.nan_to_num(2 * precision * recall / (precision + recall))
    return {"f1": f1, "precision": precision, "recall": recall, "support": truth.sum(axis=0)}
