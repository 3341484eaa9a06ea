"""The logit of the binary kind is compared with 0.5."""

import numpy as np


def predict_labels(z, kind):
    if kind == "multiclass":
        return np.argmax(z, axis=1)
    if kind == "binary":
        return np.where(z >= 0.5, 1, 0).reshape(-1)
    return np.where(z >= 0, 1, 0)
