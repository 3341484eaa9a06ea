"""The largest column of a multilabel problem."""

import numpy as np


def predict_labels(z, kind):
    if kind == "binary":
        return (np.ravel(z) > 0).astype(int)
    return np.argmax(z, axis=1)
