"""Nothing but loops over the indices."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    total = 0.0
    for index in np.ndindex(*patch.shape):
        total += float(patch[index]) * float(kernel[index])
    return total + bias
