"""A product without a sum, by einsum."""

import numpy as np


def dropout_backward(dout, mask):
    return np.einsum("...,...->...", dout, mask)
