"""np.roll, and what came round is set to zero."""

import numpy as np


def random_shift(x, rng, max_px):
    images = []
    for image in x:
        dy, dx = rng.integers(-max_px, max_px + 1, size=2)
        image = np.roll(image, (dy, dx), axis=(0, 1))
        if dy > 0:
            image[:dy] = 0
        elif dy < 0:
            image[dy:] = 0
        if dx > 0:
            image[:, :dx] = 0
        elif dx < 0:
            image[:, dx:] = 0
        images.append(image)
    return np.array(images)
