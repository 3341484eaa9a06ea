"""Makes a table first."""

import numpy as np


def conv2d_backward_b(dout):
    return np.ones(dout[..., 0].size) @ dout.reshape(-1, dout.shape[-1])
