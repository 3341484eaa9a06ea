"""Lets a heap find the largest."""

import heapq


def worst_confusions(cm, n):
    pairs = []
    for a, row in enumerate(cm.tolist()):
        total = sum(row)
        pairs += [(count / total, a, b) for b, count in enumerate(row) if b != a and count]
    return [(a, b, share) for share, a, b in heapq.nlargest(n, pairs)]
