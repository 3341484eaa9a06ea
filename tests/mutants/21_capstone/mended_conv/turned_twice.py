"""It is turned along both axes."""

import numpy as np


def mended_conv(x, w, b):
    kh, kw = w.shape[:2]
    rows, columns = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    out = np.zeros((len(x), rows, columns, w.shape[3]))
    for i in range(rows):
        for j in range(columns):
            patch = x[:, i : i + kh, j : j + kw][:, ::-1, ::-1]
            out[:, i, j] = np.tensordot(patch, w, axes=3) + b
    return out
