"""The pixels go in as they are."""

import numpy as np


def preprocess_for(base, x):
    return x.astype(np.float32)
