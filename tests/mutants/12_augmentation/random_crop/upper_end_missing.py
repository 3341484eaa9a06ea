"""The last row and column are never cut."""

import numpy as np


def random_crop(x, rng, size):
    h, w = (size, size) if np.ndim(size) == 0 else size
    room_r, room_c = x.shape[1] - h, x.shape[2] - w
    out = []
    for image in x:
        r = rng.integers(0, max(room_r, 1))
        c = rng.integers(0, max(room_c, 1))
        out.append(image[r : r + h, c : c + w])
    return np.array(out)
