"""k is not looked at."""

import numpy as np


def top_k_accuracy(y, z, k):
    return np.mean(np.argmax(z, axis=1) == y)
