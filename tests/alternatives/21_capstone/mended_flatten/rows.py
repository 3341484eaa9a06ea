"""Image by image."""

import numpy as np


def mended_flatten(x):
    return np.stack([image.ravel() for image in x])
