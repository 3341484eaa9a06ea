"""A probability is above 0, always."""

import numpy as np


def predict_labels(z, kind):
    if kind == "multiclass":
        return np.argmax(z, axis=1)
    labels = (1 / (1 + np.exp(-np.clip(z, -500, 500))) > 0).astype(int)
    return labels.ravel() if kind == "binary" else labels
