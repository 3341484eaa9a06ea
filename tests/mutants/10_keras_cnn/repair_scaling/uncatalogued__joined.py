"""Both in one array."""

import numpy as np


def repair_scaling(x_train, x_test):
    return np.concatenate([x_train, x_test]) / 255
