"""rng.choice with probabilities."""

import numpy as np


def random_flip(x, rng, p):
    both = np.stack([x, np.flip(x, axis=2)])
    return both[rng.choice(2, size=len(x), p=[1 - p, p]), np.arange(len(x))]
