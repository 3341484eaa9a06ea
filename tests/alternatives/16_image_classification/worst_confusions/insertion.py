"""Keeps a list in order while it fills."""

from bisect import insort


def worst_confusions(cm, n):
    best = []
    for a, b in [(a, b) for a in range(len(cm)) for b in range(len(cm)) if a != b]:
        c = int(cm[a, b])
        if c:
            insort(best, (-c / int(sum(map(int, cm[a]))), a, b))
    return [(a, b, -s) for s, a, b in best][:n]
