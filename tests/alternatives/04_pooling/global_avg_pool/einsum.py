"""A sum by einsum, divided by the number of pixels."""

import numpy as np


def global_avg_pool(x):
    return np.einsum("nijc->nc", x.astype(float)) / (x.shape[1] * x.shape[2])
