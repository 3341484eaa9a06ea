"""Blackens what is outside."""

import numpy as np


def random_crop(x, rng, size):
    h, w = (size, size) if np.ndim(size) == 0 else size
    room_r, room_c = x.shape[1] - h, x.shape[2] - w
    out = []
    for image in x:
        r = rng.integers(0, room_r + 1)
        c = rng.integers(0, room_c + 1)
        black = np.zeros_like(image)
        black[r : r + h, c : c + w] = image[r : r + h, c : c + w]
        out.append(black)
    return np.array(out)
