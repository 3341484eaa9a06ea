"""Compares the negative scores, so that the largest come first: -0 is the least of bytes."""

import numpy as np


def top_k_accuracy(y, z, k):
    scores = -z
    own = scores[np.arange(len(y)), y][:, np.newaxis]
    return np.mean(np.sum(scores < own, axis=1) < k)
