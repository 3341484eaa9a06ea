"""Starts from the places where something was confused."""

import numpy as np


def worst_confusions(cm, n):
    wrong = cm.astype(float) * (1 - np.eye(len(cm)))
    rows, columns = np.nonzero(wrong)
    shares = wrong[rows, columns] / cm.sum(axis=1)[rows]
    best = np.argsort(shares)[::-1][:n]
    return list(zip(rows[best], columns[best], shares[best]))
