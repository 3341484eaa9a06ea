"""A list of pairs, shuffled."""

import numpy as np


def repair_shuffle(x, y, rng):
    pairs = list(zip(x, y))
    numbers = list(range(len(pairs)))
    rng.shuffle(numbers)
    return np.array([pairs[i][0] for i in numbers]), np.array([pairs[i][1] for i in numbers])
