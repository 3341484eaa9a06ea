"""A loop over the steps."""

import numpy as np


def temporal_difference(clip):
    steps = []
    for before, after in zip(clip[:-1], clip[1:]):
        steps.append(after.astype(float) - before)
    return np.array(steps)
