"""Measures all channels together."""

import numpy as np


def channel_mean_var(x):
    return np.full(x.shape[-1], x.mean()), np.full(x.shape[-1], x.var())
