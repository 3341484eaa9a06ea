"""Enlarges the window to the old size."""

import numpy as np


def random_crop(x, rng, size):
    h, w = (size, size) if np.ndim(size) == 0 else size
    room_r, room_c = x.shape[1] - h, x.shape[2] - w
    out = []
    for image in x:
        r = rng.integers(0, room_r + 1)
        c = rng.integers(0, room_c + 1)
        rows = r + np.arange(x.shape[1]) * h // x.shape[1]
        columns = c + np.arange(x.shape[2]) * w // x.shape[2]
        out.append(image[rows][:, columns])
    return np.array(out)
