"""No number of the channel is not 0."""

import numpy as np


def dead_units(acts):
    return np.count_nonzero(np.moveaxis(acts, -1, 0).reshape(acts.shape[-1], -1), axis=1) == 0
