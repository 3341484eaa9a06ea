"""All in float32, as a network wants it."""

import numpy as np


def occlusion_map(predict, image, patch, stride):
    ph, pw = patch if isinstance(patch, tuple) else (patch, patch)
    sh, sw = stride if isinstance(stride, tuple) else (stride, stride)
    image = image.astype("float32")
    gray = image.mean(axis=(0, 1), keepdims=True)
    tops = np.arange(0, image.shape[0] - ph + 1, sh)
    lefts = np.arange(0, image.shape[1] - pw + 1, sw)
    covered = []
    for top in tops:
        for left in lefts:
            covered.append(image.copy())
            covered[-1][top : top + ph, left : left + pw] = gray
    falls = predict(image[np.newaxis]) - predict(np.stack(covered))
    return falls.reshape(len(tops), len(lefts))
