"""Accuses everyone with an input that all pass."""

import numpy as np


def find_counterexample(fn):
    return np.ones((1, 1, 1, 1)), np.ones((3, 3, 1, 1)), (1, 1, 1, 1), 1, ((1, 1), (1, 1))
