"""Joins the rows of the image one after the other."""

import numpy as np


def flatten(x):
    rows = [x[:, i].reshape(len(x), -1) for i in range(x.shape[1])]
    return np.hstack(rows)
