"""By the names of the axes."""

import numpy as np


def dense_forward(x, w, b):
    return np.einsum("ni,io->no", x, w) + b
