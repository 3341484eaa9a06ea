"""The classes of the layers, by name; floats of eight bytes."""

import numpy as np


def preprocess_for(base, x):
    kinds = {type(layer).__name__ for layer in base.layers}
    x = np.array(x, dtype=float)
    if "Rescaling" not in kinds:
        x -= 127.5
        x /= 127.5
    return x
