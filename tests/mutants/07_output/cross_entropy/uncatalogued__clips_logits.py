"""The logits are cut off at 100."""

import numpy as np


def cross_entropy(z, y):
    z = np.clip(z, -100, 100)
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return -np.mean(log_p[np.arange(len(y)), y])
