"""Takes the trace of the product and forgets to transpose the kernel."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    if patch.ndim == 2:
        return np.trace(patch @ kernel) + bias
    total = 0.0
    for c in range(patch.shape[2]):
        total += np.trace(patch[:, :, c] @ kernel[:, :, c])
    return total + bias
