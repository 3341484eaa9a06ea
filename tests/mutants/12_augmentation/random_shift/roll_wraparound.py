"""np.roll."""

import numpy as np


def random_shift(x, rng, max_px):
    shifts = rng.integers(-max_px, max_px + 1, (len(x), 2))
    return np.stack([np.roll(image, shift, (0, 1)) for image, shift in zip(x, shifts)])
