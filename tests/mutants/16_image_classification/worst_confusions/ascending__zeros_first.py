"""Sorts upwards from 0, and takes the first."""

import numpy as np


def worst_confusions(cm, n):
    k = len(cm)
    shares = cm / np.maximum(cm.sum(axis=1, keepdims=True), 1)
    pairs = [(a, b) for a in range(k) for b in range(k) if a != b and cm[a, b]]
    pairs.sort(key=lambda pair: shares[pair])
    return [(a, b, float(shares[a, b])) for a, b in pairs[:n]]
