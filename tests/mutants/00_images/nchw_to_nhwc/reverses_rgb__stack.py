"""Stacks the channels from the last to the first."""

import numpy as np


def nchw_to_nhwc(x):
    channels = [x[:, c] for c in range(x.shape[1])]
    channels.reverse()
    return np.stack(channels, axis=-1)
