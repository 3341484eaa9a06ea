"""np.flip of an image turns all of its axes but channels are put back."""

import numpy as np


def random_flip(x, rng, p):
    return np.stack([image[::-1, ::-1] if rng.random() < p else image for image in x])
