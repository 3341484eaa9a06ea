"""Powers of 2 in place of e."""

import numpy as np


def softmax(z, axis=-1):
    e = np.exp2(z - np.max(z, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)
