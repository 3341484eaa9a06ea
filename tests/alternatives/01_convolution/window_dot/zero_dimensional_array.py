"""A 0-d array."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    out = np.array(0.0)
    out += np.vdot(kernel, patch)
    out += np.asarray(bias).reshape(())
    return out
