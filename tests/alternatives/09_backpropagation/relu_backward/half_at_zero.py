"""Takes the middle at exactly 0, as a central difference does."""

import numpy as np


def relu_backward(dout, x):
    return dout * (np.sign(x) + 1) / 2
