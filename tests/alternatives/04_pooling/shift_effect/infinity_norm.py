"""The infinity norm of the difference; the columns are the last axis but one."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.roll(img, dx, axis=-2)
    return np.linalg.norm(np.ravel(fn(moved) - 1.0 * fn(img)), ord=np.inf)
