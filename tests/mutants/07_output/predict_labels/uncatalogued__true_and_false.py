"""True and False are no labels."""

import numpy as np


def predict_labels(z, kind):
    if kind == "multiclass":
        return np.argmax(z, axis=1)
    return np.ravel(z) > 0 if kind == "binary" else z > 0
