"""Numbers with all four axes, divided by NumPy's function."""

import numpy as np


def apply_scaler(scaler, x):
    mean, std = (np.reshape(part, (1, 1, 1, -1)) for part in scaler)
    return np.divide(np.subtract(x, mean), std)
