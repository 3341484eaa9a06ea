"""Counted in a dict, listed from behind."""

from collections import defaultdict


def class_weights(y):
    n = defaultdict(int)
    for c in y:
        n[int(c)] += 1
    return {c: sum(n.values()) * (1 / len(n)) * (1 / n[c]) for c in reversed(list(n))}
