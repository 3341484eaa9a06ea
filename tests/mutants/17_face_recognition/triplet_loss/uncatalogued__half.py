"""Takes half of it, as for a squared error."""

import numpy as np


def triplet_loss(a, p, n, margin):
    near = np.sum((a - p) ** 2, axis=1)
    far = np.sum((a - n) ** 2, axis=1)
    return 0.5 * np.mean(np.maximum(near - far + margin, 0))
