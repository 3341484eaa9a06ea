"""A vector for each image."""

import numpy as np


def flatten(x):
    return np.stack([image.flatten() for image in x])
