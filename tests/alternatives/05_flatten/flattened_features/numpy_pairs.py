"""Both sides at once, as an array."""

import numpy as np


def flattened_features(input_shape, layers):
    size, c = np.array(input_shape[:2]), input_shape[2]
    for layer in layers:
        if layer[0] == "pool":
            size = (size - layer[1]) // layer[2] + 1
        elif layer[4] == "same":
            size, c = (size - 1) // layer[3] + 1, layer[1]
        else:
            size, c = (size - layer[2]) // layer[3] + 1, layer[1]
    return size.prod() * c
