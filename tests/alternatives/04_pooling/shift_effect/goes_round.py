"""What leaves on the right comes in on the left."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.roll(img, dx, axis=1)
    before, after = (np.asarray(fn(image), dtype=float) for image in (img, moved))
    return float(np.max(np.abs(after - before)))
