"""Pairs of the standard library."""

from itertools import product


def roc_auc(y, scores):
    pairs = list(product(scores[y == 1].tolist(), scores[y == 0].tolist()))
    return sum((a > b) - (a < b) for a, b in pairs) / len(pairs) / 2 + 0.5
