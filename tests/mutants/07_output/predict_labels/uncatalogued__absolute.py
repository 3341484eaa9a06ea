"""The logit farthest from 0."""

import numpy as np


def predict_labels(z, kind):
    if kind == "multiclass":
        return np.argmax(np.abs(z), axis=1)
    labels = (z > 0).astype(int)
    return labels.ravel() if kind == "binary" else labels
