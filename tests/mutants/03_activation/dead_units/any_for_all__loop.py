"""A loop that stops at the first zero."""

import numpy as np


def dead_units(acts):
    dead = np.zeros(acts.shape[-1], dtype=bool)
    for c in range(acts.shape[-1]):
        for value in acts[..., c].ravel():
            if value == 0:
                dead[c] = True
                break
    return dead
