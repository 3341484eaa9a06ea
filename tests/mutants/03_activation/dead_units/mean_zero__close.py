"""The mean of the channel is close to 0."""

import numpy as np


def dead_units(acts):
    means = acts.reshape(-1, acts.shape[-1]).mean(axis=0)
    return np.isclose(means, 0)
