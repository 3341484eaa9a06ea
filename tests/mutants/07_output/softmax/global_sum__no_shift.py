"""One sum for all examples, and nothing taken off."""

import numpy as np


def softmax(z, axis=-1):
    return np.exp(z) / np.exp(z).sum()
