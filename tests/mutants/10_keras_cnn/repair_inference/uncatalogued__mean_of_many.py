"""The mean of many draws."""

import numpy as np


def repair_inference(model, x):
    return np.mean([model(x, training=True) for _ in range(20)], axis=0)
