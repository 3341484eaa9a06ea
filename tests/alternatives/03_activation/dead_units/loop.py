"""A loop over the channels."""

import numpy as np


def dead_units(acts):
    dead = []
    for c in range(acts.shape[-1]):
        dead.append(not np.any(acts[..., c] > 0))
    return np.array(dead)
