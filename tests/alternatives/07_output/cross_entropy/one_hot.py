"""One-hot rows times the logarithms."""

import numpy as np


def cross_entropy(z, y):
    shifted = z - np.max(z, axis=1)[:, None]
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1))[:, None]
    one_hot = np.eye(z.shape[1])[y]
    return np.array(-(one_hot * log_p).sum() / len(z))
