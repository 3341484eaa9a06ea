"""The logits are compared with 1."""

import numpy as np


def predict_labels(z, kind):
    if kind == "multiclass":
        return np.argmax(z, axis=1)
    labels = (z > 1).astype(int)
    return labels.ravel() if kind == "binary" else labels
