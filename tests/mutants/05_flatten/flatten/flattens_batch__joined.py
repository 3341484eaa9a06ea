"""Joins the images one after the other."""

import numpy as np


def flatten(x):
    parts = []
    for image in x:
        parts.append(image.flatten())
    return np.concatenate(parts)
