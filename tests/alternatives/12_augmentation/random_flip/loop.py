"""Image by image."""

import numpy as np


def random_flip(x, rng, p):
    images = []
    for image in x:
        images.append(np.fliplr(image) if rng.uniform() < p else image)
    return np.array(images)
