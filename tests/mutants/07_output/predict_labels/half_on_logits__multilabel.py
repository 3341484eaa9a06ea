"""The logits of the multilabel kind are compared with 0.5."""

import numpy as np


def predict_labels(z, kind):
    if kind == "multiclass":
        return np.argmax(z, axis=1)
    if kind == "binary":
        return (np.ravel(z) > 0).astype(int)
    out = np.zeros(z.shape, dtype=int)
    out[z > 0.5] = 1
    return out
