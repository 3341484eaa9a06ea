"""Transposes each channel while it collects them."""

import numpy as np


def nhwc_to_nchw(x):
    images = []
    for image in x:
        images.append([image[:, :, c].T for c in range(image.shape[2])])
    return np.array(images)
