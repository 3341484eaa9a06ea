"""The slopes are never set to 0."""

import numpy as np


def mended_epoch(x, y, w, b, lr, batch_size):
    w, b = w.copy(), b.copy()
    total_w, total_b = 0, 0
    for start in range(0, len(x), batch_size):
        xb, yb = x[start : start + batch_size], y[start : start + batch_size]
        z = xb @ w + b
        e = np.exp(z - z.max(axis=1, keepdims=True))
        slope = e / e.sum(axis=1, keepdims=True)
        slope[np.arange(len(yb)), yb] -= 1
        slope = slope / len(xb)
        total_w = total_w + xb.T @ slope
        total_b = total_b + slope.sum(axis=0)
        w -= lr * total_w
        b -= lr * total_b
    return w, b
