"""The most likely class."""

import numpy as np


def repair_inference(model, x):
    return np.argmax(model(x, training=False), axis=1)
