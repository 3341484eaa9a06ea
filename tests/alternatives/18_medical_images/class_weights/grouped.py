"""Sorted and grouped."""

from itertools import groupby


def class_weights(y):
    g = {k: len(list(v)) for k, v in groupby(sorted(y.tolist()))}
    return {k: len(y) / len(g) / v for k, v in g.items()}
