"""The clipping comes later than the overflow."""

import numpy as np


def sigmoid(x):
    x = np.clip(x.astype(float), -900, 900)
    return 1 / (1 + np.exp(-x))
