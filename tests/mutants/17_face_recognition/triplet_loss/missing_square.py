"""Uses distances, not squared ones."""

import numpy as np


def triplet_loss(a, p, n, margin):
    near = np.linalg.norm(a - p, axis=1)
    far = np.linalg.norm(a - n, axis=1)
    return np.mean(np.maximum(near - far + margin, 0))
