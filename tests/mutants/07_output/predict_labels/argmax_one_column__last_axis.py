"""The argmax of the last axis, whatever its length."""

import numpy as np


def predict_labels(z, kind):
    if kind == "multilabel":
        return (z > 0).astype(int)
    return np.argmax(z, axis=-1)
