"""A counter of the standard library."""

from collections import Counter


def class_weights(y):
    counts = Counter(y.tolist())
    return {label: len(y) / (len(counts) * n) for label, n in counts.items()}
