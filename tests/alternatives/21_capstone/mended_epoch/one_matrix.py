"""The bias is a last row of the weights."""

import numpy as np


def mended_epoch(x, y, w, b, lr, batch_size):
    x = np.hstack([x, np.ones((len(x), 1))])
    v = np.vstack([w, b])
    for k in range(-(-len(x) // batch_size)):
        part = slice(k * batch_size, (k + 1) * batch_size)
        e = np.exp(x[part] @ v)
        p = e / e.sum(axis=1, keepdims=True) - np.eye(len(b))[y[part]]
        v = v - lr * x[part].T @ p / len(p)
    return v[:-1], v[-1]
