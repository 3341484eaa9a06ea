"""The short batch is divided by the batch size."""

import numpy as np


def mended_epoch(x, y, w, b, lr, batch_size):
    w, b = w.copy(), b.copy()
    for start in range(0, len(x), batch_size):
        xb, yb = x[start : start + batch_size], y[start : start + batch_size]
        z = xb @ w + b
        e = np.exp(z - z.max(axis=1, keepdims=True))
        slope = e / e.sum(axis=1, keepdims=True)
        slope[np.arange(len(yb)), yb] -= 1
        slope = slope / batch_size
        w -= lr * xb.T @ slope
        b -= lr * slope.sum(axis=0)
    return w, b
