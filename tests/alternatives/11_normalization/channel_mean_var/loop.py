"""A loop over the channels."""

import numpy as np


def channel_mean_var(x):
    parts = [x[:, :, :, channel] for channel in range(x.shape[3])]
    return np.array([part.mean() for part in parts]), np.array([part.var() for part in parts])
