"""An argmax for all three."""

import numpy as np


def predict_labels(z, kind):
    return np.argmax(z, axis=-1)
