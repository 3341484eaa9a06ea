"""Take the channels apart and stack them on a new axis."""

import numpy as np


def nhwc_to_nchw(x):
    return np.stack([x[..., c] for c in range(x.shape[-1])], axis=1)
