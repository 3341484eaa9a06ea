"""Makes the result in the dtype of the image: bytes cut the numbers off and run over."""

import numpy as np


def dense_forward(x, w, b):
    out = np.zeros((x.shape[0], w.shape[1]), dtype=x.dtype)
    for n in range(x.shape[0]):
        for m in range(w.shape[1]):
            out[n, m] = np.array(np.sum(x[n] * w[:, m]) + b[m]).astype(x.dtype)
    return out
