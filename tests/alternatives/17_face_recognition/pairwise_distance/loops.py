"""Two loops, and a sum by hand."""

import math

import numpy as np


def pairwise_distance(a, b):
    rows = [
        [math.sqrt(sum((float(x) - float(y)) ** 2 for x, y in zip(u, v))) for v in b] for u in a
    ]
    return np.array(rows)
