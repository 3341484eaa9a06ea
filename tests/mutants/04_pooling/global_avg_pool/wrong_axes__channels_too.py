"""Gives one number for each image."""

import numpy as np


def global_avg_pool(x):
    return np.array([image.mean() for image in x])
