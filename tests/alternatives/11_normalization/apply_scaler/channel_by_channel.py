"""A loop over the channels."""

import numpy as np


def apply_scaler(scaler, x):
    out = np.empty(x.shape)
    for channel in range(x.shape[-1]):
        out[..., channel] = (x[..., channel] - scaler[0][channel]) / scaler[1][channel]
    return out
