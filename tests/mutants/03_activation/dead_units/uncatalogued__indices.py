"""The numbers of the dead channels."""

import numpy as np


def dead_units(acts):
    return np.flatnonzero(acts.reshape(-1, acts.shape[-1]).max(axis=0) == 0)
